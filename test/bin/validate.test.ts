import { ConfigFolder } from '../lib/config/config-folder.ts';
import { runLpo } from '../support/run-lpo.ts';

describe('lpo validate', () => {
  let folder: ConfigFolder;
  beforeEach(() => {
    folder = new ConfigFolder();
  });
  afterEach(() => folder.remove());
  const validate = (...more: string[]) =>
    runLpo(['validate', '--config', folder.path, '--as-of', '2026-11-21', ...more]);

  test('exits 0 with open gates and says what it did not do', async () => {
    const { code, stdout, stderr } = await validate();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^gates +luzon: open\n +meridian: open\n/m);
    expect(stdout).toContain('Not legal advice.');
    expect(stdout.toLowerCase()).not.toContain('compliant');
  });

  test('a folder that is not there is one finding, which says where to run the command', async () => {
    const { code, stderr } = await runLpo(['validate', '--config', 'nowhere']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^nowhere CFG-NOT-FOUND\n[\s\S]*\n1 finding\.\n$/),
    ]);
    expect(stderr).toContain('--config');
  });

  test('exits 1 and names rule, place, source and fix, within 80 columns', async () => {
    folder
      .replace('vendors/meridian.yaml', /accessCountries: \[IN, GB\]/, 'accessCountries: [IN, GB, SG]')
      .replace('vendors/meridian.yaml', 'noticeHours: 2', 'noticeHours: 48')
      .replace('vendors/luzon.yaml', /(topic: privacy[\s\S]*?expiresOn: )2027-11-11/, '$12026-11-20');
    const { code, stdout } = await validate();
    expect(code).toBe(1);
    // The folder's name is long, so that the place may be broken over two lines.
    const flat = stdout.replace(/\n {12}/g, '');
    for (const rule of ['JUR-R03', 'JUR-R15', 'PPL-R03'])
      expect(flat).toMatch(
        new RegExp(
          `^HIGH {2}${rule}\n(?: {2}.+\n)*? {2}where +\\S+vendors/(meridian|luzon)\\.yaml:\\d+:\\d+\n`,
          'm',
        ),
      );
    expect(stdout).toContain('CERT-In');
    expect(stdout).toMatch(/luzon: shut, so nothing is built for it[\s\S]*meridian: shut/);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('exits 2 on unusable input, prints no report and no stack trace', async () => {
    folder.replace('vendors/luzon.yaml', 'owner:', 'ownr:');
    const { code, stdout, stderr } = await validate();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('CFG-UNKNOWN-FIELD');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['--as-of', '27-01-01'],
    ['--as-of', '2027-02-30'],
  ])('exits 2 on %s %s', async (option, value) => {
    const { code, stderr } = await runLpo(['validate', '--config', folder.path, option, value]);
    expect(code).toBe(2);
    expect(stderr).toContain(`got       ${option} ${value}`);
  });

  test('exits 2 on a format it does not write', async () => {
    const { code, stderr } = await validate('--format', 'xml');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('Formats are text, json, sarif, junit, markdown'),
    ]);
  });

  test('prints JSON and Markdown', async () => {
    folder.replace('vendors/meridian.yaml', 'noticeHours: 2', 'noticeHours: 48');
    const report = JSON.parse((await validate('--format', 'json')).stdout);
    expect(report.vendors).toContainEqual({ vendor: 'meridian', open: false });
    expect(report.findings[0]).toMatchObject({
      code: 'JUR-R15',
      severity: 'high',
      source: 'Gate',
      vendor: 'meridian',
      where: { line: expect.any(Number), column: expect.any(Number) },
      waivable: false,
    });
    expect((await validate('--format', 'markdown')).stdout).toContain('| high | `JUR-R15` |');
  });
});

test.each(['expiring', 'lapses'])('lpo %s lists what comes, by day', async (name) => {
  const { code, stdout } = await runLpo([name, '--as-of', '2026-11-21', '--within', '52w']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Expiring in the 364 days after 2026-11-21: [1-9]\d*\n/);
  expect(stdout).toContain('2027-11-12 luzon PPL-R03');
});
