import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controls } from '../../policies/catalogue/catalogue.ts';
import { runLpo } from '../support/run-lpo.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lpo = (...args: string[]) => runLpo(args, { NO_COLOR: '1' });

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

test('a template that the CDK did not write, with an open bucket, is evaluated', async () => {
  const { code, stdout } = await lpo('check', open, '--without-cloudformation', '--format', 'json');
  expect(code).toBe(1);
  const findings = JSON.parse(stdout).findings as { code: string; where: object }[];
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
])('%s: exit 2, one clear problem, no stack trace', async (_name, make, message) => {
  const { code, stdout, stderr } = await lpo('check', make());
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
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
])('%s is a finding, not a stack trace', async (name, template, rule) => {
  const { code, stdout, stderr } = await lpo(
    'check',
    '--without-cloudformation',
    file(`${name.replaceAll(' ', '-')}.json`, JSON.stringify(template)),
  );
  expect(code).toBe(1);
  expect(stdout).toContain(rule);
  expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at /);
});

test('--control, a format in a file, and --fail-on', async () => {
  const output = join(folder, 'report.sarif');
  const { code, stdout } = await lpo(
    'check',
    open,
    '--control',
    'LPO-DAT-07',
    '--format',
    `sarif=${output}`,
    '--fail-on',
    'critical',
  );
  expect(code).toBe(0);
  expect(stdout).toBe('');
  const log = JSON.parse(readFileSync(output, 'utf8'));
  const rules = new Set(log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId.split('/')[0]));
  expect([...rules]).toEqual(['LPO-DAT-07']);
});

test('every format in one run, one of them on standard output', async () => {
  const at = (name: string) => join(folder, `all.${name}`);
  const others = ['json', 'sarif', 'junit', 'markdown'];
  const { code, stdout, stderr } = await lpo(
    ...['check', open, '--control', 'LPO-DAT-02', '--format', 'text'],
    ...others.flatMap((format) => ['--format', `${format}=${at(format)}`]),
  );
  expect([code, stderr]).toEqual([1, '']);
  const rule = 'LPO-DAT-02/bucket-is-private';
  expect(stdout).toContain(rule);
  for (const format of others) expect(readFileSync(at(format), 'utf8')).toContain(rule);
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
])('%s is unusable input, in front of the assembly too', async (_, options, said) => {
  const { code, stdout, stderr } = await lpo('check', ...options, open);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(said)]);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('explain prints mapping, checks and examples in 80 columns', async () => {
  const { code, stdout } = await lpo('explain', 'LPO-DAT-01');
  expect(code).toBe(0);
  for (const part of ['NIST 800-53 r5', 'LPO-DAT-01/key-rotation-on', '†', 'good', 'bad'])
    expect(stdout).toContain(part);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('controls lists every control of the catalogue, by id', async () => {
  const listed = (await lpo('controls')).stdout.match(/^LPO-[A-Z]+-\d+/gm);
  expect(listed).toEqual(controls.map(({ id }) => id));
});
