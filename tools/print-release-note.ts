import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFinding, inputFinding, UnusableInputError } from '../lib/model/finding.ts';
import { releaseNote } from './release-note.ts';

// `npm run release-notes -- VERSION`: prints the note of a version; exits with 2 when there is none to print.
try {
  const [version, ...more] = process.argv.slice(2);
  if (!version || more.length > 0) {
    const got = `${more.length + (version ? 1 : 0)} arguments`;
    const where = { name: 'command line' };
    const fix = 'npm run release-notes -- 0.1.0';
    throw new UnusableInputError([
      inputFinding({ code: 'NOTE-VERSION', where, got, expected: 'one version', fix }),
    ]);
  }
  process.stdout.write(
    releaseNote(readFileSync(join(import.meta.dirname, '../CHANGELOG.md'), 'utf8'), version),
  );
} catch (error) {
  if (!(error instanceof UnusableInputError)) throw error;
  process.stderr.write(`${error.findings.map(formatFinding).join('\n')}\n`);
  process.exitCode = 2;
}
