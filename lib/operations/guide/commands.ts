import type { FirstDeployment, GuideAccount } from './first-deployment.ts';
import { sh, shellCommand, type Word, wordsOf } from './shell-command.ts';

/**
 * The AWS CLI with the credentials of an account: `` aws(account, region)`sns list-topics` ``.
 *
 * @param region absent for a service that has none.
 */
export const aws =
  ({ profile }: Pick<GuideAccount, 'profile'>, region?: string) =>
  (pieces: TemplateStringsArray, ...values: readonly (Word | readonly Word[])[]): string =>
    sh`aws ${wordsOf(pieces, values)} --profile ${profile} ${region === undefined ? [] : ['--region', region]}`;

/** `--query` for one value, printed bare. */
export const only = (query: string): readonly Word[] => ['--query', query, '--output', 'text'];

/** `--config` for a folder that is not the usual one. */
export const configOf = ({ directory }: FirstDeployment): readonly Word[] =>
  directory === 'config' ? [] : ['--config', directory];

/** Text of a loop over words; the variable is called `person`. */
export const forEachPerson = (people: readonly string[], ...body: readonly string[]): string =>
  [
    `for person in ${shellCommand(...people)}; do`,
    ...body.map((line) => line.replace(/^/gm, '  ')),
    'done',
  ].join('\n');
