import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../lib/config/load-config.ts';
import { evaluateGates } from '../../../lib/gates/evaluate-gates.ts';
import { expiring } from '../../../lib/gates/expiring.ts';
import { formatFinding, UnusableInputError } from '../../../lib/model/finding.ts';

const { quotas } = loadConfig('config');
const every = quotas.flatMap((service) => service.quotas);

/** Scopes that resources are added up over. */
const added = ['organization', 'account', 'account and Region', 'Client VPN endpoint', 'stack'];

test.each(every.map((quota) => [quota.id, quota] as const))('%s is counted where it can be', (_id, quota) => {
  if (quota.counts) expect(added).toContain(quota.per);
  if (quota.adjustable !== false && quota.adjustable.upTo !== undefined)
    expect(quota.adjustable.upTo).toBeGreaterThan(quota.value);
  expect(quota.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});

test('every type that is counted is counted once', () => {
  const types = every.flatMap(({ counts }) => counts ?? []);
  expect([...new Set(types)]).toEqual(types);
});

describe('a folder of quotas', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotas-'));
  const iam = join(folder, 'services', 'iam.yaml');
  beforeEach(() => cpSync('lib/quotas', folder, { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true }));
  const load = () => loadConfig('config', { quotas: folder });
  const edit = (from: string, to: string) =>
    writeFileSync(iam, readFileSync(iam, 'utf8').replaceAll(from, to));

  test('an id of another service, and the name of the file', () => {
    edit('service: iam', 'service: iamb');
    let messages: string[] = [];
    try {
      load();
    } catch (error) {
      if (!(error instanceof UnusableInputError)) throw error;
      messages = error.findings.map((finding) => formatFinding(finding).replaceAll(folder, 'quotas'));
    }
    expect(messages.slice(0, 2)).toEqual([
      [
        'quotas/services/iam.yaml:2:10 CFG-FILE-NAME',
        '  got       service: iamb in iam.yaml',
        '  expected  the file iamb.yaml',
        '  fix       rename the file, or correct the service',
      ].join('\n'),
      [
        'quotas/services/iam.yaml:9:9 CFG-QUOTA-ID',
        '  got       iam-roles',
        '  expected  an id that begins with iamb-',
        '  fix       rename it to iamb-iam-roles, or move it to the file of its service',
      ].join('\n'),
    ]);
  });

  test('past its review date it shuts every gate at its own line, and is announced before', () => {
    edit('reviewBy: 2027-11-27', 'reviewBy: 2026-12-01');
    const config = load();
    const shut = evaluateGates(config, '2026-12-02').vendors.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === 'CAP-R02'),
    );
    expect(shut.map(({ vendor, where, severity }) => ({ vendor, where, severity }))).toEqual(
      ['luzon', 'meridian'].map((vendor) => ({
        vendor,
        where: { file: iam, line: 7, column: 11 },
        severity: 'high',
      })),
    );
    const coming = expiring(config, '2026-11-21', 30).filter(({ finding }) => finding.code === 'CAP-R02');
    expect(coming.map(({ on }) => on)).toEqual(['2026-12-02', '2026-12-02']);
  });
});
