import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ConfigFolder } from '../lib/config/config-folder.ts';

const root = join(import.meta.dirname, '../..');

/** Runs `lpo` as a person does. */
function lpo(...args: string[]) {
  const run = spawnSync(process.execPath, ['bin/lpo.mjs', ...args], { cwd: root, encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('lpo validate', () => {
  let folder: ConfigFolder;
  beforeEach(() => {
    folder = new ConfigFolder();
  });
  afterEach(() => folder.remove());
  const validate = (...more: string[]) =>
    lpo('validate', '--config', folder.path, '--as-of', '2026-11-21', ...more);

  test('exits 0 with open gates and says what it did not do', () => {
    const { status, out, err } = validate();
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^gates +luzon: open\n +meridian: open\n/m);
    expect(out).toContain('Not legal advice.');
    expect(out.toLowerCase()).not.toContain('compliant');
  });

  test('exits 1 and names rule, place, source and fix, within 80 columns', () => {
    folder
      .replace('vendors/meridian.yaml', /accessCountries: \[IN, GB\]/, 'accessCountries: [IN, GB, SG]')
      .replace('vendors/meridian.yaml', 'noticeHours: 2', 'noticeHours: 48')
      .replace('vendors/luzon.yaml', /(topic: privacy[\s\S]*?expiresOn: )2027-11-11/, '$12026-11-20');
    const { status, out } = validate();
    expect(status).toBe(1);
    // The folder's name is long, so that the place may be broken over two lines.
    const flat = out.replace(/\n {12}/g, '');
    for (const rule of ['JUR-R03', 'JUR-R15', 'PPL-R03'])
      expect(flat).toMatch(
        new RegExp(
          `^HIGH {2}${rule}\n(?: {2}.+\n)*? {2}where +\\S+vendors/(meridian|luzon)\\.yaml:\\d+:\\d+\n`,
          'm',
        ),
      );
    expect(out).toContain('CERT-In');
    expect(out).toMatch(/luzon: shut, so nothing is built for it[\s\S]*meridian: shut/);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('exits 2 on unusable input, prints no report and no stack trace', () => {
    folder.replace('vendors/luzon.yaml', 'owner:', 'ownr:');
    const { status, out, err } = validate();
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('CFG-UNKNOWN-FIELD');
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['--as-of', '27-01-01'],
    ['--as-of', '2027-02-30'],
  ])('exits 2 on %s %s', (option, value) => {
    const { status, err } = lpo('validate', '--config', folder.path, option, value);
    expect(status).toBe(2);
    expect(err).toContain(`got       ${option} ${value}`);
  });

  test('exits 2 on a format it does not write', () => {
    const { status, err } = validate('--format', 'xml');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('Formats are text, json, sarif, junit, markdown'),
    ]);
  });

  test('prints JSON and Markdown', () => {
    folder.replace('vendors/meridian.yaml', 'noticeHours: 2', 'noticeHours: 48');
    const report = JSON.parse(validate('--format', 'json').out);
    expect(report.vendors).toContainEqual({ vendor: 'meridian', open: false });
    expect(report.findings[0]).toMatchObject({
      code: 'JUR-R15',
      severity: 'high',
      source: 'Gate',
      vendor: 'meridian',
      where: { line: expect.any(Number), column: expect.any(Number) },
      waivable: false,
    });
    expect(validate('--format', 'markdown').out).toContain('| high | `JUR-R15` |');
  });
});

test.each(['expiring', 'lapses'])('lpo %s lists what comes, by day', (name) => {
  const { status, out } = lpo(name, '--as-of', '2026-11-21', '--within', '52w');
  expect(status).toBe(0);
  expect(out).toMatch(/^Expiring in the 364 days after 2026-11-21: [1-9]\d*\n/);
  expect(out).toContain('2027-11-12 luzon PPL-R03');
});
