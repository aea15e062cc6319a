import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Config } from '../../../lib/config/config.ts';
import { loadConfig } from '../../../lib/config/load-config.ts';
import { bootstrapResources } from '../../../lib/needs/bootstrap.ts';
import { type Need, organizationPolicy } from '../../../lib/needs/need.ts';
import { organizationNeeds } from '../../../lib/needs/organization-needs.ts';
import { vendorNeeds } from '../../../lib/needs/vendor-needs.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import { assemblyOf } from '../../support/assembly-of.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { grownConfig } from '../../support/grown-vendor.ts';
import { resourcesOf } from '../../support/resources-of.ts';

const shipped = loadConfig('config');

/** The shipped configuration with one edit. */
function edited(edit: (config: Config) => void): Config {
  const { files, ...data } = shipped;
  const config = { ...structuredClone(data), files };
  edit(config);
  return config;
}

/** Resources of the templates, counted as the model counts them. */
const counted = (assembly: Assembly) =>
  assembly.stacks.map(({ id, account, region, template }) => {
    const resources: Record<string, number> = {};
    for (const { Type, Properties } of Object.values(template.Resources ?? {})) {
      const type = Type === 'AWS::Organizations::Policy' ? organizationPolicy(`${Properties?.Type}`) : Type;
      resources[type] = (resources[type] ?? 0) + 1;
    }
    return { id, account, region, resources };
  });

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

const modelled = ({ organization, vendors }: Config, only = vendors.map(({ vendor }) => vendor)): Need[] => [
  ...organizationNeeds(
    organization,
    vendors.map(({ region }) => region),
  ),
  ...vendors
    .filter(({ vendor }) => only.includes(vendor))
    .flatMap((vendor) => vendorNeeds({ organization, vendor })),
];

const places = (needs: readonly Need[]) =>
  byId(needs).map(({ id, account, region, resources }) => ({ id, account, region, resources }));

describe('the model counts what the builder builds, stack by stack and type by type', () => {
  test('the shipped vendors', () => {
    expect(places(modelled(shipped))).toEqual(byId(counted(exampleAssembly())));
  });

  test.each([
    ['a grown vendor', grownConfig(shipped, 'meridian', { matters: 50, people: 1000 })],
    [
      'three zones, and nothing that the organization runs',
      edited(({ organization, vendors }) => {
        const managed = organization.managedByOrganization;
        for (const name of Object.keys(managed)) managed[name as keyof typeof managed] = false;
        vendors[1]?.availabilityZones.push('eu-west-2c');
      }),
    ],
    [
      'everything that the organization can run, a matter without a second approver',
      edited(({ organization, vendors }) => {
        const managed = organization.managedByOrganization;
        for (const name of Object.keys(managed)) managed[name as keyof typeof managed] = true;
        const deal = vendors[1]?.matters[1];
        if (!deal) throw new Error('got no second matter, expected one');
        Object.assign(deal, { type: 'contract', dataClasses: ['CONFIDENTIAL_COMMERCIAL'] });
        delete deal.groups.secondApprover;
      }),
    ],
  ] as const)('%s', (_name, config) => {
    const assembly = assemblyOf(config, { only: ['meridian'] });
    for (const { template } of assembly.stacks)
      expect(Object.keys(template.Resources ?? {}).length).toBeLessThan(500);
    expect(places(modelled(config, ['meridian']))).toEqual(byId(counted(assembly)));
  });
});

test('the settings of the kill switch are as long as the model says', () => {
  const [handler] = resourcesOf(exampleAssembly(), 'AWS::Lambda::Function').filter(
    ({ stack }) => stack === 'meridian/KillSwitch',
  );
  const partition = (value: unknown): string =>
    typeof value === 'string'
      ? value
      : (value as { Ref?: string }).Ref === 'AWS::Partition'
        ? 'aws'
        : JSON.stringify(value);
  const settings = Object.entries(handler?.properties.Environment.Variables).map(([name, value]) => [
    name,
    partition(value),
  ]);
  const measure = modelled(shipped)
    .flatMap(({ id, measures }) => (id === 'meridian/KillSwitch' ? (measures ?? []) : []))
    .find(({ quota }) => quota === 'lambda-environment');
  expect(measure?.value).toBe(JSON.stringify(Object.fromEntries(settings)).length);
});

test('as many policies are on an account as the model says, and one more in an incident', () => {
  const attached = (type: string) =>
    resourcesOf(exampleAssembly(), 'AWS::Organizations::Policy').filter(
      ({ properties }) => properties.Type === type && properties.TargetIds?.includes('200000000001'),
    ).length;
  const measured = Object.fromEntries(
    modelled(shipped)
      .flatMap(({ id, measures }) => (id === 'meridian/Guardrails' ? (measures ?? []) : []))
      .map(({ quota, value }) => [quota, value]),
  );
  expect(measured).toEqual({
    'organizations-scps-attached': attached('SERVICE_CONTROL_POLICY') + 2,
    'organizations-rcps-attached': attached('RESOURCE_CONTROL_POLICY') + 1,
  });
});

test("the bootstrap stack is the CDK's own, with a key of the firm's", () => {
  const file = 'node_modules/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml';
  const { Resources } = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' });
  const resources: Record<string, number> = {};
  // docs/deploy.md names a boundary of its own instead of letting bootstrap make one.
  for (const { Type, Condition } of Object.values(Resources as Record<string, Record<string, string>>))
    if (Type && Condition !== 'ShouldCreatePermissionsBoundary') resources[Type] = (resources[Type] ?? 0) + 1;
  expect(bootstrapResources).toEqual(resources);
});
