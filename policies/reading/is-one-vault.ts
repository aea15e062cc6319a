import { isAccountId, namedIn } from '../template/arn.ts';

/** True for the ARN of one backup vault that is written out. */
export function isOneVault(arn: string): boolean {
  const vault = namedIn(arn, 'backup', 'backup-vault');
  return (
    vault !== undefined &&
    isAccountId(vault.account) &&
    /^[a-z0-9-]+$/.test(vault.region) &&
    /^[\w-]+$/.test(vault.name)
  );
}
