import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Vendor } from '../lib/config/vendor-schema.ts';

const shipped = parse(readFileSync('config/vendors/luzon.yaml', 'utf8')) as Vendor;

/**
 * A folder with many vendors that pass every gate: each has some matters and reviewers, two parties a matter
 * in the register, and every tenth pair of neighbours is walled.
 */
export function writeFleet(size: { vendors: number; matters: number; reviewers: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  cpSync('config', folder, { recursive: true });
  rmSync(join(folder, 'vendors'), { recursive: true });
  mkdirSync(join(folder, 'vendors'));
  const parties: object[] = [];
  const walls: object[] = [];
  for (let index = 0; index < size.vendors; index++) {
    const vendor = oneVendor(index, size);
    for (const matter of vendor.matters)
      for (const id of [...(matter.parties?.client ?? []), ...(matter.parties?.adverse ?? [])])
        parties.push({ id, exact: [hex(`exact ${id}`, 64)], near: [hex(`near ${id}`, 64)] });
    if (index % 10 === 1) walls.push(wallBetween(index - 1, index, vendor));
    writeFileSync(join(folder, 'vendors', `${vendor.vendor}.yaml`), stringify(vendor));
  }
  // As far as AWS raises them: the fleet shares its accounts.
  const file = join(folder, 'organization.yaml');
  const quotas = [
    { quota: 'organizations-accounts', value: 50_000 },
    { quota: 'iam-roles', value: 10_000 },
    { quota: 'iam-customer-managed-policies', value: 10_000 },
    { quota: 'cloudformation-stacks', value: 10_000 },
    { quota: 'backup-vaults', value: 2_000 },
    { quota: 'cloudwatch-alarms', value: 10_000 },
  ];
  writeFileSync(file, stringify({ ...parse(readFileSync(file, 'utf8')), quotas }));
  writeFileSync(
    join(folder, 'conflicts.yaml'),
    stringify({ coolingOffMonths: 12, parties, walls, decisions: [] }, { aliasDuplicateObjects: false }),
  );
  return folder;
}

function oneVendor(index: number, size: { matters: number; reviewers: number }): Vendor {
  const vendor = structuredClone(shipped);
  const slug = `v${index.toString(36).padStart(4, '0')}`;
  const account = (300_000_000_000 + index).toString();
  const arn = `arn:aws:acm:us-east-1:${account}:certificate/33333333-3333-4333-8333-333333333333`;
  const [template, staff] = [vendor.matters[0], vendor.people];
  if (!template) throw new Error('the shipped vendor has no matter');
  Object.assign(vendor, {
    vendor: slug,
    account,
    certificates: { server: arn, clientRoot: arn },
    network: {
      vpcCidr: `10.${(index >> 6) & 63}.${(index & 63) * 4}.0/22`,
      clientCidr: `10.${64 + ((index >> 6) & 63)}.${(index & 63) * 4}.0/22`,
    },
    groups: { auditor: `${slug}-auditor`, keyCustodian: `${slug}-custodian` },
    matters: Array.from({ length: size.matters }, (_, number) => {
      const id = matterOf(index, number);
      return {
        ...structuredClone(template),
        id,
        dataSubjects: { PII_GOV_ID: 40, BIOMETRIC: 40 },
        groups: Object.fromEntries(Object.keys(template.groups).map((fn) => [fn, `${id}-${fn}`])),
        parties: {
          client: [`y-${hex(`${id} client`, 12)}`],
          adverse: [`y-${hex(`${id} adverse`, 12)}`],
          related: [],
        },
        supervision: { ...template.supervision, lawyer: personOf(index, 'supervisingLawyer') },
      };
    }),
  });
  // The shipped staff without the bankruptcy reviewer, then reviewers in bulk.
  const reviewer = staff[0];
  const others = staff.filter(({ assignments }) => assignments[0]?.function !== 'reviewer');
  const assign = (person: Vendor['people'][number], id: string, numbers: readonly number[]) => ({
    ...structuredClone(person),
    id,
    assignments: numbers.map((number) => ({ ...person.assignments[0], matter: matterOf(index, number) })),
  });
  const every = Array.from({ length: size.matters }, (_, number) => number);
  vendor.people = [
    ...others.map((person) => assign(person, personOf(index, person.assignments[0]?.function ?? ''), every)),
    ...Array.from({ length: size.reviewers }, (_, number) =>
      assign(reviewer as Vendor['people'][number], personOf(index, `reviewer ${number}`), [
        number % size.matters,
      ]),
    ),
  ] as Vendor['people'];
  return vendor;
}

function wallBetween(a: number, b: number, vendor: Vendor): object {
  const people = [...Array(2).keys()].flatMap((side) =>
    vendor.people.map((_, number) => personOf(side === 0 ? a : b, roleOf(vendor, number))),
  );
  return {
    id: `w-${hex(`${a} ${b}`, 8)}`,
    sideA: [matterOf(a, 0)],
    sideB: [matterOf(b, 0)],
    basis: 'Rule 1.10(a)(2)',
    from: '2026-01-01',
    approver: 'p-60b3f5',
    noticeSentOn: '2026-01-01',
    certifiedOn: '2026-11-01',
    certifyEveryDays: 90,
    acknowledgements: people.map((person) => ({ person, date: '2026-11-01' })),
  };
}

/** What `oneVendor` called the person at this place of the list. */
function roleOf(vendor: Vendor, number: number): string {
  const others = vendor.people.filter(({ assignments }) => assignments[0]?.function !== 'reviewer').length;
  return number < others
    ? (vendor.people[number]?.assignments[0]?.function ?? '')
    : `reviewer ${number - others}`;
}

const matterOf = (vendor: number, number: number): string => `m-${hex(`${vendor} matter ${number}`, 12)}`;
const personOf = (vendor: number, role: string): string => `p-${hex(`${vendor} ${role}`, 12)}`;
const hex = (text: string, digits: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);
