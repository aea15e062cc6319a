import type { YamlFile } from '../../../lib/config/yaml-file.ts';
import { withinQuotas } from '../../../lib/gates/capacity/cap-r01-within-quotas.ts';
import { capacityOf } from '../../../lib/gates/capacity/capacity.ts';
import { evaluateGates } from '../../../lib/gates/evaluate-gates.ts';
import { grownVendor } from '../../support/grown-vendor.ts';
import { asOf, type Draft, draft } from './draft.ts';

const shortages = (d: Draft) =>
  evaluateGates(d.config, asOf).vendors.map(({ vendor, open, findings }) => ({
    vendor,
    open,
    findings: findings.filter(({ code }) => code === 'CAP-R01').map(({ got, fix }) => `${got}; ${fix}`),
  }));

/** Roles in the security account once every vendor is there. */
function rolesOfSecurity(): number {
  const d = draft();
  const uses = d.config.vendors.flatMap(({ vendor }) => capacityOf(d.config).of(vendor));
  const { security } = d.organization.accounts;
  return Math.max(
    ...uses
      .filter((use) => use.quota.id === 'iam-roles' && use.account === security)
      .map(({ value }) => value),
  );
}

const needed = rolesOfSecurity();

const lower = (d: Draft, value: number): void => {
  d.organization.quotas = [
    {
      quota: 'iam-roles',
      account: d.organization.accounts.security,
      value,
      reason: 'others share the account',
    },
  ];
};

const raise =
  'aws service-quotas request-service-quota-increase --service-code iam --quota-code L-FE177D64 ' +
  `--desired-value ${needed} --region us-east-1, in account 100000000002; then write the figure under "quotas" in ` +
  'organization.yaml; or keep further vendors in a configuration of their own, with other shared accounts';

test('where a shared account is full, the vendor that came last is shut, and no other', () => {
  const d = draft();
  lower(d, needed - 1);
  Object.assign(d.luzon.contract ?? {}, { signedOn: '2026-10-13' });
  expect(shortages(d)).toEqual([
    {
      vendor: 'luzon',
      open: false,
      findings: [
        `iam-roles: ${needed} roles, account 100000000002, together with 1 vendor signed before; ${raise}`,
      ],
    },
    { vendor: 'meridian', open: true, findings: [] },
  ]);
});

test('the order is that of the contracts, not of the names', () => {
  const d = draft();
  lower(d, needed - 1);
  Object.assign(d.meridian.contract ?? {}, { signedOn: '2026-10-13' });
  expect(shortages(d).map(({ vendor, open }) => ({ vendor, open }))).toEqual([
    { vendor: 'luzon', open: true },
    { vendor: 'meridian', open: false },
  ]);
});

test('what is enough for all shuts nobody', () => {
  const d = draft();
  lower(d, needed);
  expect(shortages(d).every(({ open }) => open)).toBe(true);
});

test('a raise holds in its own Region and account; the nearest one counts', () => {
  const d = draft();
  const { backup } = d.organization.accounts;
  d.organization.quotas = [
    { quota: 'backup-vaults', value: 400 },
    { quota: 'backup-vaults', value: 500, account: backup },
    { quota: 'backup-vaults', value: 600, account: backup, region: 'us-west-2' },
  ];
  const limits = new Map(
    ['luzon', 'meridian'].flatMap((vendor) =>
      capacityOf(d.config)
        .of(vendor)
        .filter(({ quota }) => quota.id === 'backup-vaults')
        .map(({ of, limit }) => [of, limit] as const),
    ),
  );
  expect(limits).toEqual(
    new Map([
      ['account 200000000001, eu-west-2', 400],
      ['account 200000000002, us-east-1', 400],
      [`account ${backup}, eu-west-2`, 500],
      [`account ${backup}, us-west-2`, 600],
    ]),
  );
});

test('every quota of AWS that is counted is looked up for the shipped vendors, and most of it is free', () => {
  const d = draft();
  const capacity = capacityOf(d.config);
  const uses = [...capacity.of('luzon'), ...capacity.of('meridian')];
  const looked = new Set(uses.map(({ quota }) => quota.id));
  const counted = capacity.quotas.all.filter(({ counts }) => counts !== undefined).map(({ id }) => id);
  // The organization runs AWS Config for the shipped vendors.
  expect(counted.filter((id) => !looked.has(id))).toEqual(['config-conformance-packs']);
  expect(uses.filter(({ value, limit }) => value > limit)).toEqual([]);
});

test('fifty matters and a thousand people need what AWS raises, and more scans than AWS grants anybody', () => {
  const d = draft();
  Object.assign(d.meridian, grownVendor(d.meridian, { matters: 50, people: 1000 }));
  const short = (): string[] =>
    capacityOf({ ...d.config })
      .of('meridian')
      .filter(({ value, limit }) => value > limit)
      .map(({ quota, value }) => `${quota.id}: ${value}`);
  // Two zones lie side by side, so that one rule lets a group into both.
  const rules = d.meridian.matters.length * 6;
  expect(short().filter((one) => !one.startsWith('iam-customer-managed-policies'))).toEqual([
    `clientvpn-authorization-rules: ${rules}`,
    'guardduty-malware-protected-buckets: 75',
  ]);
  d.organization.quotas.push(
    { quota: 'clientvpn-authorization-rules', account: '200000000001', value: 1000 },
    { quota: 'iam-customer-managed-policies', account: '200000000001', value: 5000 },
  );
  expect(short()).toEqual(['guardduty-malware-protected-buckets: 75']);
});

test('thirty vendors of one Region share the accounts of the firm', () => {
  const d = draft();
  const vendors = Array.from({ length: 30 }, (_, number) => ({
    ...d.meridian,
    vendor: `vendor${number + 10}`,
    account: `3000000000${number + 10}`,
  }));
  const files = {
    ...d.config.files,
    vendors: new Map(vendors.map(({ vendor }) => [vendor, meridianFile(d)])),
  };
  const gates = evaluateGates({ ...d.config, vendors, files }, asOf, [withinQuotas]).vendors;
  expect(gates.every(({ open }) => open)).toBe(true);
  expect(gates.flatMap(({ findings }) => findings)).toEqual([]);
});

function meridianFile({ config }: Draft): YamlFile {
  const file = config.files.vendors.get('meridian');
  if (!file) throw new Error('got no file of meridian, expected one');
  return file;
}
