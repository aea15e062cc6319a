import { namedIn } from '../template/arn.ts';
import { readName } from '../template/names.ts';
import { isOneVault } from './is-one-vault.ts';

/** True for a backup vault of a vendor in this account, by its name or its ARN, whichever app of the firm makes it. */
export function isOwnVault(nameOrArn: string, account: string | undefined): boolean {
  const arn = namedIn(nameOrArn, 'backup', 'backup-vault');
  const { form, vendor } = readName(arn?.name ?? nameOrArn) ?? {};
  return (
    form === 'plain' &&
    vendor !== '*' &&
    (arn === undefined || (isOneVault(nameOrArn) && arn.account === account))
  );
}
