import type { GuideAccount } from './first-deployment.ts';
import { shellCommand, type Word } from './shell-command.ts';

/** An AWS CLI command with the credentials of an account, in a Region where the service has one. */
export const aws = (account: GuideAccount, region: string | undefined, ...words: readonly Word[]): string =>
  shellCommand(
    'aws',
    ...words,
    '--profile',
    account.profile,
    ...(region === undefined ? [] : ['--region', region]),
  );

/** `--query` for one value, printed bare. */
export const only = (query: string): readonly Word[] => ['--query', query, '--output', 'text'];
