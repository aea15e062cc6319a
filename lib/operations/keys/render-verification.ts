import { count } from '../../model/count.ts';
import { formatFinding } from '../../model/finding.ts';
import { isUnderLegalHold } from './key-settings.ts';
import type { KeyVerification } from './verify-keys.ts';

/** Output of `lpo keys verify`: one line for each key, then what differs, got beside expected. */
export function renderVerification(verification: KeyVerification, heading: string): string {
  const { pairs, differences } = verification;
  const lines = pairs.map(({ expected: { alias }, live }) => {
    const count = differences.filter(({ where }) => where.name === alias).length;
    const hold = live && isUnderLegalHold(live) ? '  under legal hold' : '';
    const verdict = count === 0 ? 'as deployed' : `differs (${count})`;
    return `  ${verdict.padEnd(13)} ${alias}${hold}`;
  });
  const details = differences.flatMap((difference) => ['', formatFinding(difference)]);
  return `${[heading, ...lines, ...details, '', summary(pairs.length, differences.length)].join('\n')}\n`;
}

const summary = (keys: number, differences: number): string =>
  `${count(keys, 'key')} read, ${count(differences, 'difference')}.`;
