import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UnusableInputError } from '../../lib/model/finding.ts';
import { releaseNote } from '../../tools/release-note.ts';

const root = resolve(import.meta.dirname, '../..');
const changelog = (...releases: string[]): string =>
  ['# Changes\n\nThe format.\n\n## Unreleased\n\n### Added\n\n- not yet\n', ...releases].join('\n');
const february =
  '## 0.2.0 - 2026-12-02\n\n### Added\n\n- a thing\n  in two lines\n\n### Fixed\n\n- another\n';
const january = '## 0.1.0 - 2026-12-01\n\n### Added\n\n- the first\n';

test('a note is what the changelog says about that version, and nothing of another', () => {
  expect(releaseNote(changelog(february, january), '0.2.0')).toBe(february);
  expect(releaseNote(changelog(february, january), '0.1.0')).toBe(january);
});

test.each([
  ['NOTE-VERSION', 'expected  0.1.0', changelog(january)],
  ['NOTE-VERSION', 'none yet', changelog()],
  ['NOTE-RELEASE', 'CHANGELOG.md:11:1', changelog('## 0.2.0\n\n### Added\n\n- x\n')],
  ['NOTE-RELEASE', '2026-13-41', changelog('## 0.2.0 - 2026-13-41\n\n### Added\n\n- x\n')],
  ['NOTE-KIND', 'CHANGELOG.md:13:1', changelog('## 0.2.0 - 2026-12-02\n\n### Adedd\n\n- x\n')],
  ['NOTE-TWICE', '0.2.0 twice', changelog(february, february)],
  ['NOTE-EMPTY', 'no change under 0.2.0', changelog('## 0.2.0 - 2026-12-02\n')],
  ['NOTE-YANKED', 'yanked', changelog('## 0.2.0 - 2026-12-02 [YANKED]\n\n### Added\n\n- x\n')],
])('%s: %s', (code, words, text) => {
  const note = () => releaseNote(text, '0.2.0');
  expect(note).toThrow(UnusableInputError);
  expect(note).toThrow(code);
  expect(note).toThrow(words);
});

test('every wrong heading is named at once', () => {
  const note = () => releaseNote(changelog('## Soon\n\n### News\n\n- x\n'), '0.2.0');
  expect(note).toThrow('NOTE-RELEASE');
  expect(note).toThrow('NOTE-KIND');
});

test('the changelog of this project, with what is not released under a version, gives its note', () => {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const note = releaseNote(text.replace('## Unreleased', '## 9.9.9 - 2026-12-01'), '9.9.9');
  expect(note.startsWith('## 9.9.9 - 2026-12-01\n\n### ')).toBe(true);
});

describe('npm run release-notes', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [...`${scripts['release-notes']}`.split(' ').slice(1), ...args], {
      cwd: root,
      encoding: 'utf8',
    });

  test.each([
    [[], '0 arguments'],
    [['1.0.0', '2.0.0'], '2 arguments'],
    [['0.0.0'], 'version 0.0.0'],
  ])('%j is unusable input, without a stack trace', (args, got) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`got       ${got}`);
    expect(stderr).not.toContain('    at ');
  });
});
