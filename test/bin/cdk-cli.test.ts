import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real CDK CLI as somebody without an account would run it: no credentials, no profile, no lookups. */
function cdk(...argv: string[]) {
  const output = mkdtempSync(join(tmpdir(), 'cdk-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/aws-cdk/bin/cdk', ...argv, '--output', output],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        TMPDIR: process.env.TMPDIR,
        HOME: output,
        AWS_EC2_METADATA_DISABLED: 'true',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        CDK_VALIDATION: 'false',
      },
    },
  );
  return { status, output, text: stdout + stderr };
}

const day = ['-c', 'as-of=2026-11-21'];

test('every stack of every stage is synthesized offline, and nothing is looked up', () => {
  const { status, output, text } = cdk('synth', '*/*', '-q', ...day);
  expect({ status, text: text.slice(-2000) }).toEqual({ status: 0, text: expect.any(String) });
  const assemblies = readdirSync(output, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('assembly-'))
    .map(({ name }) => JSON.parse(readFileSync(join(output, name, 'manifest.json'), 'utf8')));
  expect(assemblies.length).toBe(3);
  for (const { missing, artifacts } of assemblies) {
    expect(missing ?? []).toEqual([]);
    expect(Object.keys(artifacts).length).toBeGreaterThan(0);
  }
});

test('a vendor that does not exist ends it, and says which there are', () => {
  const { status, text } = cdk('ls', '-c', 'vendor=merdian', ...day);
  expect(status).not.toBe(0);
  expect(text).toContain('one of luzon, meridian');
});

test('a shut gate ends it, and says how to build the others', () => {
  // Long after every record of the examples has expired.
  const { status, text } = cdk('ls', '-c', 'as-of=2029-01-01', '-c', 'vendor=meridian');
  expect(status).not.toBe(0);
  expect(text).toContain('not built: meridian');
});
