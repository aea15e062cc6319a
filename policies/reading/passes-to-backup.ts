import { isAccountId } from '../template/arn.ts';
import { readOurRole } from '../template/names.ts';
import type { Statement } from '../template/policy/statement.ts';

/**
 * True where a statement passes nothing but the roles that AWS Backup restores and copies back with, and to AWS
 * Backup alone. A boundary names the restore roles of a vendor's matters by a `*`.
 */
export const passesToBackup = ({ resources, conditions }: Statement): boolean =>
  resources.length > 0 &&
  resources.every((arn) => {
    const { inAccount = '', vendor, purpose } = readOurRole(arn) ?? {};
    return isAccountId(inAccount) && vendor !== '*' && (purpose === 'restore' || purpose === 'copyBack');
  }) &&
  conditions.some(
    ({ operator, key, values }) =>
      operator === 'StringEquals' &&
      key === 'iam:passedtoservice' &&
      values.length === 1 &&
      values[0] === 'backup.amazonaws.com',
  );
