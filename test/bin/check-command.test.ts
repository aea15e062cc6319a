import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controls } from '../../policies/catalogue/catalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lpo(...args: string[]) {
  const run = spawnSync(process.execPath, ['bin/lpo.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CDK_VALIDATION: 'false', NO_COLOR: '1' },
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const open = file(
  'open.yaml',
  [
    'Resources:',
    '  Files:',
    '    Type: AWS::S3::Bucket',
    '    Properties:',
    '      BucketName: !Join ["-", [files, !Ref AWS::StackName]]',
    '      AccessControl: PublicRead',
    '',
  ].join('\n'),
);

test('a template that the CDK did not write, with an open bucket, is evaluated', () => {
  const { status, out } = lpo('check', open, '--format', 'json');
  expect(status).toBe(1);
  const findings = JSON.parse(out).findings as { code: string; where: object }[];
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'LPO-DAT-02/bucket-is-private',
      where: { stack: 'open.yaml', file: open, logicalId: 'Files', property: 'AccessControl' },
    }),
  );
  expect(findings.some(({ code }) => code.startsWith('AwsSolutions-S'))).toBe(true);
});

test.each([
  ['an empty folder', () => folder, /ASM-NOT-AN-ASSEMBLY/],
  ['truncated JSON', () => file('cut.json', '{"Resources": {'), /ASM-SYNTAX/],
  ['nothing there', () => join(folder, 'absent'), /ASM-MISSING/],
])('%s: exit 2, one clear problem, no stack trace', (_name, make, message) => {
  const { status, out, err } = lpo('check', make());
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at /);
});

test.each([
  [
    'an unknown resource type',
    { Resources: { A: { Type: 'AWS::Foo::Bar' } } },
    'LPO-GOV-01/only-types-the-judge-knows',
  ],
  [
    'cyclic references',
    {
      Resources: {
        A: { Type: 'AWS::KMS::Alias', Properties: { AliasName: { Ref: 'B' }, TargetKeyId: 'x' } },
        B: { Type: 'AWS::KMS::Alias', Properties: { AliasName: { Ref: 'A' }, TargetKeyId: 'x' } },
      },
    },
    'LPO-GOV-01/names-are-opaque',
  ],
])('%s is a finding, not a stack trace', (name, template, rule) => {
  const { status, out, err } = lpo(
    'check',
    file(`${name.replaceAll(' ', '-')}.json`, JSON.stringify(template)),
  );
  expect(status).toBe(1);
  expect(out).toContain(rule);
  expect(`${out}${err}`).not.toMatch(/\n\s+at /);
});

test('--control, a format in a file, and --fail-on', () => {
  const output = join(folder, 'report.sarif');
  const { status, out } = lpo(
    'check',
    open,
    '--control',
    'LPO-DAT-07',
    '--format',
    `sarif=${output}`,
    '--fail-on',
    'critical',
  );
  expect(status).toBe(0);
  expect(out).toBe('');
  const log = JSON.parse(readFileSync(output, 'utf8'));
  const rules = new Set(log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId.split('/')[0]));
  expect([...rules]).toEqual(['LPO-DAT-07']);
});

test('every format in one run, one of them on standard output', () => {
  const at = (name: string) => join(folder, `all.${name}`);
  const others = ['json', 'sarif', 'junit', 'markdown'];
  const { status, out, err } = lpo(
    ...['check', open, '--control', 'LPO-DAT-02', '--format', 'text'],
    ...others.flatMap((format) => ['--format', `${format}=${at(format)}`]),
  );
  expect([status, err]).toEqual([1, '']);
  const code = 'LPO-DAT-02/bucket-is-private';
  expect(out).toContain(code);
  for (const format of others) expect(readFileSync(at(format), 'utf8')).toContain(code);
  expect(JSON.parse(readFileSync(at('sarif'), 'utf8')).version).toBe('2.1.0');
  expect(readFileSync(at('junit'), 'utf8')).toMatch(/^<\?xml/);
});

test.each([
  ['an unknown control', ['--control', 'LPO-XXX-99'], 'CTL-UNKNOWN'],
  ['a day that does not exist', ['--as-of', '2026-02-30'], '--as-of 2026-02-30'],
  [
    'two formats on standard output',
    ['--format', 'text', '--format', 'json'],
    'text and json, both on standard output',
  ],
  ['two formats in one file', ['--format', 'json=a', '--format', 'sarif=a'], 'a second format for a'],
  ['an unknown format', ['--format', 'xml'], 'Formats are text, json, sarif, junit, markdown'],
  ['a format without its file', ['--format', 'json='], 'A file name follows the equals sign'],
  ['an output that is a folder', ['--format', `json=${tmpdir()}`], 'FILE-REFUSED'],
])('%s is unusable input, in front of the assembly too', (_, options, said) => {
  const { status, out, err } = lpo('check', ...options, open);
  expect([status, out, err]).toEqual([2, '', expect.stringContaining(said)]);
  expect(err).not.toMatch(/\n\s+at /);
});

test('explain prints mapping, checks and examples in 80 columns', () => {
  const { status, out } = lpo('explain', 'LPO-DAT-01');
  expect(status).toBe(0);
  for (const part of ['NIST 800-53 r5', 'LPO-DAT-01/key-rotation-on', '†', 'good', 'bad'])
    expect(out).toContain(part);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('controls lists every control of the catalogue, by id', () => {
  const listed = lpo('controls').out.match(/^LPO-[A-Z]+-\d+/gm);
  expect(listed).toEqual(controls.map(({ id }) => id));
});
