import { isAccountId } from '../template/arn.ts';
import { readOurRole } from '../template/names.ts';

/** The one role of another account that people assume: it reads logs in the log archive. */
export function isLogReader(arn: string): boolean {
  const { purpose, vendor, inAccount = '' } = readOurRole(arn) ?? {};
  return purpose === 'logReader' && vendor !== '*' && isAccountId(inAccount);
}
