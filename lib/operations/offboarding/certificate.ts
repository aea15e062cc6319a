import { formatFinding } from '../../model/finding.ts';
import { markdownCode, markdownText } from '../../model/markdown-text.ts';
import { visibleText } from '../../model/visible.ts';
import type { OffboardingPlan } from './offboarding-plan.ts';
import type { OffboardingJournal } from './offboarding-procedure.ts';
import type { Destruction, KeyFate } from './verify-destruction.ts';

/**
 * Certificate of destruction, Markdown: what was held, which keys, when, by whom, what remains and why.
 *
 * Its title says when it is provisional, some key not being gone yet, and when copies remain elsewhere.
 *
 * @param now ISO 8601, when the keys were looked at.
 */
export function certificate(
  plan: OffboardingPlan,
  journal: OffboardingJournal,
  { fates, findings }: Destruction,
  now: string,
): string {
  const final = findings.length === 0 && fates.every(({ fate }) => fate === 'gone');
  const copies = plan.remains.filter((one) => one.copies).length;
  const title = final ? (copies > 0 ? ' (copies remain)' : '') : ' (provisional)';
  const what = plan.matter ? `matter ${plan.matter} of vendor ${plan.vendor}` : `vendor ${plan.vendor}`;
  const lines = [
    `# Certificate of destruction${title}`,
    '',
    `${what[0]?.toUpperCase()}${what.slice(1)}, account ${plan.account}. Keys read at ${now}.`,
    final
      ? 'Every key below is gone: what it encrypted cannot be read by anyone, AWS included.'
      : `Not final: ${fates.filter(({ fate }) => fate !== 'gone').length} of ${fates.length} keys still exist.`,
    ...(copies > 0 ? [`**Copies can still be read in ${copies} places: see what remains.**`] : []),
    '',
    `Requested by ${markdownText(journal.requester ?? 'nobody')}; approved by ${markdownText(journal.approvers.join(' and ') || 'nobody')}.`,
    `Plan \`${journal.hash}\`.`,
    '',
    '## Destroyed',
    ...fates.flatMap((fate) => ['', ...keySection(journal, fate)]),
    '',
    '## Returned before',
    '',
    ...plan.returns.map(({ matter, what: text }) => `- ${markdownText(`${matter}: ${text}`)}`),
    '',
    '## What remains, and why',
    '',
    ...plan.remains.map(
      (one) => `- ${one.copies ? '**copies** ' : ''}${markdownText(`${one.what}: ${one.why}`)}`,
    ),
    ...(findings.length === 0 ? [] : ['', '## Findings', '', '```', ...findings.map(formatFinding), '```']),
    '',
    'Evidenced by the journal of this offboarding and by CloudTrail. Not covered: copies outside AWS, the',
    'Object Lock dates of single objects. Generated; not legal advice.',
  ];
  return visibleText(`${lines.join('\n')}\n`);
}

function keySection(journal: OffboardingJournal, { key, fate, deletionDate }: KeyFate): string[] {
  const disabled = journal.find('disabled', key.arn);
  const found = journal.find('disable', key.arn)?.detail.found;
  const scheduled = journal.find('deletion-scheduled', key.arn);
  const ordered = journal.find('delete', key.arn);
  return [
    `### ${markdownText(key.alias)}`,
    '',
    `- Held: ${markdownText(key.protects)}`,
    `- Key: ${markdownCode(key.arn)}`,
    `- Disabled: ${disabled ? `${disabled.at}, by ${disabled.actor}${found === 'Disabled' ? ' (found disabled)' : ''}` : 'no record'}`,
    `- Deletion scheduled: ${scheduled ? `${scheduled.at}, by ${ordered?.actor ?? 'somebody outside this journal'}` : 'no record'}`,
    `- Deletion date: ${deletionDate}`,
    `- Now: ${fate}`,
  ];
}
