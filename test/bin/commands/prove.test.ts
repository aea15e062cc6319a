import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleFolder } from '../../support/example-assembly.ts';
import { runLpo } from '../../support/run-lpo.ts';

// A copy: one test digs a hole into it.
const outdir = mkdtempSync(join(tmpdir(), 'lpo-prove-'));
cpSync(exampleFolder('meridian'), outdir, { recursive: true });
afterAll(() => rmSync(outdir, { recursive: true }));

const lpo = (...args: string[]) => runLpo(['prove', ...args]);

let json: string;
beforeAll(async () => {
  json = (await lpo(outdir, '--format', 'json')).stdout;
});

test('exits 0 when every statement is proved, within 80 columns but for names', async () => {
  const { code, stdout, stderr } = await lpo(outdir);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^2 stages: \d+ proved, 0 refuted, 0 unknown\n/);
  expect(stdout).toContain('What this does not say');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('JSON, Markdown and SMT-LIB 2 carry the same statements', async () => {
  const { proved, results } = JSON.parse(json) as { proved: boolean; results: { title: string }[] };
  expect(proved).toBe(true);
  const markdown = (await lpo(outdir, '--format', 'markdown')).stdout;
  for (const { title } of results) expect(markdown).toContain(title);
  const smt = (await lpo(outdir, '--format', 'smt2', '--statement', 'people-work-with-mfa')).stdout;
  expect(smt).toContain('(check-sat)');
  expect(smt).toContain('; meridian: people-work-with-mfa: ');
});

test('the same assembly gives the same bytes', async () => {
  expect((await lpo(outdir, '--format', 'json')).stdout).toBe(json);
});

test('a hole exits 1 and prints who does what, and the statement that let it through', async () => {
  const folder = join(outdir, 'assembly-meridian');
  const file = readdirSync(folder).find((name) => /m7f3a9c.*template\.json$/.test(name)) as string;
  const before = readFileSync(join(folder, file), 'utf8');
  try {
    writeFileSync(join(folder, file), before.replaceAll('"kms:CreateAlias"', '"kms:Create*"'));
    const { code, stdout } = await lpo(outdir);
    expect(code).toBe(1);
    expect(stdout).toContain('REFUTED');
    expect(stdout).toMatch(/who +cdk-closedroom-cfn-exec-role/);
    expect(stdout).toMatch(/does +kms:CreateGrant/);
    expect(stdout).toMatch(/allowed +DeploymentAdministersWithoutUse/);
  } finally {
    writeFileSync(join(folder, file), before);
  }
});

test('unusable input exits 2 with a reason and no stack trace', async () => {
  for (const args of [['nowhere'], [outdir, '--statement', 'no-such-statement']]) {
    const { code, stderr } = await lpo(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/got/);
    expect(stderr).not.toMatch(/\n +at /);
  }
});
