import { existsSync, readdirSync } from 'node:fs';
import { ask } from '../../bin/terminal/ask.ts';
import { loadConfig } from '../../lib/config/load-config.ts';
import { UnusableInputError } from '../../lib/model/finding.ts';
import { newVendor } from '../../lib/operations/new-vendor/new-vendor.ts';
import { ConfigFolder } from '../lib/config/config-folder.ts';
import { spawnLpo } from '../support/run-lpo.ts';

const arn = 'arn:aws:acm:eu-west-1:200000000003:certificate/33333333-3333-4333-8333-333333333333';
const answers = {
  vendor: 'cobalt',
  legalName: 'Shannon Review Limited',
  account: '200000000003',
  owner: 'contracts-dublin',
  region: 'eu-west-1',
  serverCertificate: arn,
  clientCertificate: arn,
  matterType: 'contract',
  dataClasses: 'CONFIDENTIAL_COMMERCIAL, PII_BASIC',
  origins: 'IE',
  accessCountries: 'IE,LK',
  recoveryRegion: 'none',
  closeDate: '2027-10-31',
  retentionDays: '1827',
};

describe('lpo new vendor', () => {
  let folder: ConfigFolder;
  const create = (change: Readonly<Record<string, string | undefined>> = {}) => {
    const { serverCertificate, clientCertificate, ...given } = { ...answers, ...change };
    const certificates =
      serverCertificate && clientCertificate ? { serverCertificate, clientCertificate } : {};
    const asked = Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
    return newVendor(
      { config: folder.path, ...certificates },
      (questions) => ask(questions, asked),
      '2026-11-21',
    );
  };
  beforeEach(() => {
    folder = new ConfigFolder();
  });
  afterEach(() => folder.remove());

  test('writes a valid file with comments and lists what is missing', async () => {
    const { open, text } = await create();
    expect(open).toBe(false);
    for (const rule of ['DUE-R01', 'DUE-R05', 'COI-R01', 'JUR-R03', 'PPL-R01']) expect(text).toContain(rule);
    const written = loadConfig(folder.path).vendors.find(({ vendor }) => vendor === 'cobalt');
    expect(written?.matters[0]).toMatchObject({
      dataClasses: ['CONFIDENTIAL_COMMERCIAL', 'PII_BASIC'],
      origins: ['IE'],
    });
    expect(folder.read('vendors/cobalt.yaml')).toContain('# Where people look at it; viewing is a transfer.');
    expect(folder.read('vendors/cobalt.yaml')).toContain('# people: ');
  });

  test.each([
    ['a region that does not exist', { region: 'eu-west-9' }, 'CFG-UNKNOWN-REGION'],
    ['an account that is taken', { account: '200000000001' }, 'CFG-DUPLICATE-ID'],
    ['no certificates anywhere', { serverCertificate: undefined }, 'CFG-NO-CERTIFICATE'],
    ['a type that does not exist', { matterType: 'divorce' }, 'CFG-NOT-ALLOWED'],
    ['a slug that leads out of the folder', { vendor: '../../x' }, 'CLI-OPTION'],
    ['a vendor that exists', { vendor: 'luzon' }, 'CLI-OPTION'],
    ['a name over two lines', { legalName: 'A\nvendor: b' }, 'CLI-OPTION'],
    ['a name that steers a terminal', { legalName: 'A\u001b[2J' }, 'CLI-OPTION'],
    ['a name that turns around', { legalName: 'A\u202eB' }, 'CLI-OPTION'],
    ['a certificate with a tab', { serverCertificate: `${arn}\t` }, 'CLI-OPTION'],
  ])('%s leaves nothing behind', async (_name, change, code) => {
    const before = readdirSync(folder.file('vendors'));
    const attempt = create(change);
    const error = await attempt.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnusableInputError);
    expect((error as UnusableInputError).findings.map((problem) => problem.code)).toContain(code);
    expect(readdirSync(folder.file('vendors'))).toEqual(before);
  });

  test('without a terminal and without an answer, it names the option', () => {
    const run = spawnLpo(['new', 'vendor', '--config', folder.path]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('--vendor is not given');
    expect(existsSync(folder.file('vendors/undefined.yaml'))).toBe(false);
  });
});
