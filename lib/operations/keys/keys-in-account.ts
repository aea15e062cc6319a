import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import type { ExpectedKey } from './key-settings.ts';

type Keys = readonly [ExpectedKey, ...ExpectedKey[]];

/**
 * Credentials reach one account; these are the keys to check there.
 *
 * @param account as asked for; may be left out when all keys are in one account.
 * @throws UnusableInputError when keys would silently stay unchecked.
 */
export function keysInAccount(keys: readonly ExpectedKey[], vendor: string, account?: string): Keys {
  const accounts = [...new Set(keys.map((key) => key.account))].sort();
  const chosen = account ?? (accounts.length === 1 ? accounts[0] : undefined);
  const [first, ...rest] = keys.filter((key) => key.account === chosen);
  if (first) return [first, ...rest];
  const got =
    accounts.length === 0
      ? 'no KMS key in its stacks'
      : account
        ? `--account ${account}`
        : `keys in ${accounts.length} accounts`;
  throw new UnusableInputError([
    inputFinding({
      code: 'KEY-ACCOUNT',
      where: { name: vendor },
      got,
      expected: accounts.length === 0 ? 'at least one key' : `--account with one of ${accounts.join(', ')}`,
      fix: 'run the command once for each account, with credentials of that account',
    }),
  ]);
}

/** @throws UnusableInputError unless the credentials belong to the account the keys are in. */
export function requireCaller(
  caller: { readonly account: string; readonly arn: string },
  account: string,
  why = 'where the assembly puts these keys',
): void {
  if (caller.account === account) return;
  throw new UnusableInputError([
    inputFinding({
      code: 'AWS-WRONG-ACCOUNT',
      where: { name: 'your credentials' },
      got: `account ${caller.account} (${caller.arn})`,
      expected: `account ${account}, ${why}`,
      fix: 'sign in to that account, or name another assembly',
    }),
  ]);
}
