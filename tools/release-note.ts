import { isoDate } from '../lib/model/fields.ts';
import { type Finding, inputFinding, UnusableInputError } from '../lib/model/finding.ts';

const file = 'CHANGELOG.md';
/** Kinds of change of Keep a Changelog 1.1.0. */
const kinds: ReadonlySet<string> = new Set([
  'Added',
  'Changed',
  'Deprecated',
  'Removed',
  'Fixed',
  'Security',
]);

interface Release {
  readonly version: string;
  readonly yanked: boolean;
  /** From the heading to the next one. */
  readonly lines: string[];
}

/**
 * The release note of one version: what the changelog says about it, as Markdown.
 *
 * @param changelog text of `CHANGELOG.md`.
 * @throws UnusableInputError for every heading that is not of the format; for a version that is not there, was
 * withdrawn, or has no change.
 */
export function releaseNote(changelog: string, version: string): string {
  const releases = releasesOf(changelog);
  const release = releases.find((one) => one.version === version);
  const refuse = (code: string, got: string, expected: string, fix: string) =>
    new UnusableInputError([inputFinding({ code, where: { file }, got, expected, fix })]);
  if (!release) {
    const known = releases.map((one) => one.version).join(' or ');
    const fix = `put what is below Unreleased under \`## ${version} - YYYY-MM-DD\``;
    throw refuse('NOTE-VERSION', `version ${version}`, known || 'a released version; there is none yet', fix);
  }
  if (release.yanked)
    throw refuse(
      'NOTE-YANKED',
      `${version}, yanked`,
      'a version that was not withdrawn',
      'name another version',
    );
  if (!release.lines.some((line) => line.startsWith('- ')))
    throw refuse('NOTE-EMPTY', `no change under ${version}`, 'at least one', 'say what changed');
  return `${release.lines.join('\n').trim()}\n`;
}

/** Released versions, as the file has them; what is not released yet is none. */
function releasesOf(changelog: string): Release[] {
  const findings: Finding[] = [];
  const releases: Release[] = [];
  let lines: string[] = [];
  changelog.split('\n').forEach((text, index) => {
    const refuse = (code: string, expected: string, fix: string) =>
      findings.push(
        inputFinding({ code, where: { file, line: index + 1, column: 1 }, got: text, expected, fix }),
      );
    if (text.startsWith('## ')) {
      lines = [];
      const [, version, day, yanked] = /^## (\d+\.\d+\.\d+) - (\S+)( \[YANKED\])?$/.exec(text) ?? [];
      if (version && isoDate.safeParse(day).success) releases.push({ version, yanked: !!yanked, lines });
      else if (text !== '## Unreleased')
        refuse('NOTE-RELEASE', '`## Unreleased` or `## 1.2.3 - YYYY-MM-DD`', 'correct the heading');
    } else if (text.startsWith('### ') && !kinds.has(text.slice('### '.length)))
      refuse('NOTE-KIND', [...kinds].join(', '), 'put the changes under one of these');
    lines.push(text);
  });
  const twice = releases.filter(
    ({ version }, at) => releases.findIndex((one) => one.version === version) !== at,
  );
  for (const { version } of twice)
    findings.push(
      inputFinding({
        code: 'NOTE-TWICE',
        where: { file },
        got: `${version} twice`,
        expected: 'each version once',
        fix: 'join the two parts',
      }),
    );
  if (findings.length > 0) throw new UnusableInputError(findings);
  return releases;
}
