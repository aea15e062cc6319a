import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cxapi from 'aws-cdk-lib/cx-api';
import { withoutCdkEnvironment } from '../../../policies/template/clean-environment.ts';
import { setEnvironment } from '../../support/environment.ts';
import { runLpo } from '../../support/run-lpo.ts';

const folder = mkdtempSync(join(tmpdir(), 'clean-environment-'));
afterAll(() => rmSync(folder, { recursive: true }));
const template = 'test/bin/open-bucket.yaml';

/** Variables of Node and its libraries, which change no verdict. */
const harmless = new Set([
  'NODE_DEBUG',
  'DEBUG',
  'COMSPEC',
  'NODE_ENV',
  'NO_COLOR',
  'FORCE_COLOR',
  ...['PYTEST_VERSION', 'PYTEST_CURRENT_TEST'],
]);

/** Names that the library's own code reads, in the parts of it that make, read and validate assemblies. */
function readByTheCdk(): ReadonlySet<string> {
  const root = 'node_modules/aws-cdk-lib';
  const texts = ['core/lib', 'cx-api/lib', 'cloudformation-include/lib', 'aws-lambda-nodejs/lib'].flatMap(
    (part) =>
      readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFileSync(join(root, part, name), 'utf8')),
  );
  const spelled = texts.flatMap((text) =>
    [...text.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => name ?? ''),
  );
  const named = Object.entries(cxapi).filter(([name]) => name.endsWith('_ENV'));
  return new Set([...spelled, ...named.map(([, value]) => `${value}`)]);
}

describe('every variable that the library of the CDK reads', () => {
  const names = [...readByTheCdk()].filter((name) => !harmless.has(name));
  setEnvironment(() => Object.fromEntries(names.map((name) => [name, 'x'])));

  test('is taken away for the work, and back afterwards', () => {
    expect(names).toEqual(
      expect.arrayContaining(['CDK_OUTDIR', 'CDK_CONTEXT_JSON', 'CDK_VALIDATION', 'CDK_DOCKER']),
    );
    expect(withoutCdkEnvironment(() => names.filter((name) => name in process.env))).toEqual([]);
    expect(names.filter((name) => process.env[name] !== 'x')).toEqual([]);
  });
});

test('lpo check says the same under every one of them, and writes nowhere else', async () => {
  const args = ['check', template, '--format', 'json'];
  const elsewhere = join(folder, 'elsewhere');
  const expected = await runLpo(args, { CDK_VALIDATION: 'true' });
  const given = await runLpo(args, {
    ...{ CDK_VALIDATION: 'false', CDK_OUTDIR: elsewhere, CDK_CONTEXT_JSON: 'no JSON', CDK_DEBUG: 'true' },
    ...{
      CDK_PERF_COUNTERS_FILE: elsewhere,
      CONTEXT_OVERFLOW_LOCATION_ENV: elsewhere,
      JSII_DEPRECATED: 'fail',
    },
  });
  expect(given).toEqual(expected);
  expect(JSON.parse(given.stdout)).toMatchObject({ notRun: [] });
  expect(given.stdout).toContain('CloudFormation');
  expect(existsSync(elsewhere)).toBe(false);
});

test.each(['text', 'json', 'sarif', 'junit', 'markdown'])(
  'what is left out is said as %s',
  async (format) => {
    const one = await runLpo(['check', template, '--without-cloudformation', '--format', format]);
    expect(one.stdout).toMatch(/not.?run/i);
    expect(one.stdout).toContain('CloudFormation validation: left out');
    const { stdout } = await runLpo(['check', template, '--control', 'LPO-DAT-02', '--format', format]);
    for (const what of ['proofs: only', 'cdk-nag: only', 'CloudFormation validation: only'])
      expect(stdout).toContain(what);
  },
);
