import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificate } from '../../lib/operations/offboarding/certificate.ts';
import { ConfigFolder } from '../lib/config/config-folder.ts';
import { commandLines } from '../support/lpo-program.ts';
import { runLpo } from '../support/run-lpo.ts';

/** Bytes that act: escapes of a terminal, direction, zero width, separators, a lone half, a filler. */
const acting = '\u001b[2J\u0007\u009b\u202e\u2066\u200b\ufeff\u2028\u00ad\u3164\udc00';
const markup = '<img src=x onerror=alert(1)>|`![a](http://x)';
const hostile = `${acting}${markup}`;

/** Spelled out here and not taken from the program: what must stand in no output. Code points, from and to. */
const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe0fff],
];

/** The first such character of a text, undefined where it holds none. */
const rawIn = (text: string): string | undefined =>
  [...text]
    .map((character) => character.codePointAt(0) ?? 0)
    .find((code) => ranges.some(([from, to]) => from <= code && code <= to))
    ?.toString(16);

const folder = mkdtempSync(join(tmpdir(), 'hostile-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

const everyone = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: hostile, Effect: 'Allow', Principal: '*', Action: action, Resource: '*' }],
});
const bucket = (suffix: string) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: hostile, Tags: [{ Key: 'lpo:matter', Value: `m-7f3a9c${suffix}` }] },
});
const template = join(folder, 'template.json');
writeFileSync(
  template,
  JSON.stringify({
    Resources: {
      [`A${hostile}`]: { Type: hostile, Metadata: { 'aws:cdk:path': hostile } },
      B: bucket(''),
      C: bucket(hostile),
      P: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: 'B' }, PolicyDocument: everyone('s3:*') },
      },
      K: {
        Type: 'AWS::KMS::Key',
        Properties: { Description: hostile, KeyPolicy: everyone(`kms:${hostile}`) },
      },
      R: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: hostile, AssumeRolePolicyDocument: everyone('sts:*') },
      },
    },
  }),
);

function expectHarmless({ stdout, stderr }: { stdout: string; stderr: string }): void {
  expect(rawIn(stdout)).toBe(undefined);
  expect(rawIn(stderr)).toBe(undefined);
  expect(stdout).toContain('u{1b}');
}

describe('a template whose every name and value is hostile', () => {
  test.each(['text', 'json', 'sarif', 'junit', 'markdown'])('lpo check as %s', async (format) => {
    const run = await runLpo(['check', template, '--without-cloudformation', '--format', format]);
    expect(run.code).toBe(1);
    expectHarmless(run);
    if (format === 'markdown') expectNoMarkup(run.stdout);
  });

  test.each(['text', 'json', 'markdown', 'smt2'])('lpo prove as %s', async (format) => {
    const run = await runLpo(['prove', template, '--format', format]);
    expect(run.code).toBe(1);
    if (format === 'smt2') expect(rawIn(run.stdout)).toBe(undefined);
    else expectHarmless(run);
    if (format === 'markdown') expectNoMarkup(run.stdout);
  });

  test('a report in a file is held to the same', async () => {
    const file = join(folder, 'report.md');
    await runLpo(['check', template, '--control', 'LPO-GOV-01', '--format', `markdown=${file}`]);
    const stdout = readFileSync(file, 'utf8');
    expectHarmless({ stdout, stderr: '' });
    expectNoMarkup(stdout);
  });
});

describe('a configuration whose texts are hostile', () => {
  const config = new ConfigFolder();
  afterAll(() => config.remove());

  test.each(['text', 'json', 'sarif', 'junit', 'markdown'])('lpo validate as %s', async (format) => {
    const written = JSON.stringify(hostile.replace(/\udc00/, ''));
    config.replace('vendors/luzon.yaml', /legalName: .*/, `legalName: ${written}`);
    const run = await runLpo(['validate', '--config', config.path, '--format', format]);
    expect(rawIn(run.stdout)).toBe(undefined);
    expect(rawIn(run.stderr)).toBe(undefined);
  });
});

test('no argument and no option of any command is echoed as it was given', async () => {
  const lines = await commandLines(hostile.replaceAll('\u0000', ''));
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) {
    const run = await runLpo(line);
    expect([line[0], rawIn(run.stdout), rawIn(run.stderr)]).toEqual([line[0], undefined, undefined]);
    // Refused: as unusable input, never by a fault of the program.
    if (line.length > 1) expect([line, run.code]).toEqual([line, 2]);
  }
});

test('a certificate holds no markup of what it names', () => {
  const plan = {
    ...{ vendor: 'luzon', account: '1', keys: [], quietHours: 1, windowDays: 7 },
    returns: [{ matter: hostile, what: hostile }],
    remains: [{ what: hostile, why: hostile, copies: false }],
  };
  const journal = { requester: hostile, approvers: [hostile], hash: 'x', find: () => undefined };
  const text = certificate(plan as never, journal as never, { fates: [], findings: [] }, 'now');
  expect(rawIn(text)).toBe(undefined);
  expectNoMarkup(text);
});

/** No tag, no image, no code and no cell that an input began. */
function expectNoMarkup(text: string): void {
  expect(text).not.toContain('<img');
  expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(/!\[a\]\(/);
  expect(text.replaceAll('\\|', '').replaceAll('\\`', '')).not.toMatch(/alert\(1\)(>|&gt;)[|`]/);
}

test('the program writes to its outputs in four files alone, and each makes texts visible', () => {
  const bin = join(import.meta.dirname, '../../bin');
  const writing = readdirSync(bin, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /process\.std(out|err)(\.write\(|, )/.test(readFileSync(join(bin, name), 'utf8')));
  expect(writing.sort()).toEqual([
    'commands/prove.ts',
    'terminal/format-option.ts',
    'terminal/print.ts',
    'terminal/show-step.ts',
  ]);
});
