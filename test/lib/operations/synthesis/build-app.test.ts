import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import type { Config } from '../../../../lib/config/config.ts';
import { loadConfig } from '../../../../lib/config/load-config.ts';
import { addControls, addPacks } from '../../../../lib/operations/synthesis/add-packs.ts';
import { type BuildOptions, buildApp } from '../../../../lib/operations/synthesis/build-app.ts';
import { asOf, exampleAssembly } from '../../../support/example-assembly.ts';
import { resourcesOf } from '../../../support/resources-of.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'closed-room-'));

/** Relative path to hash of every file of an assembly. */
function bytes(directory: string, prefix = ''): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(join(directory, prefix), { withFileTypes: true })) {
    const path = join(prefix, entry.name);
    if (entry.isDirectory()) Object.assign(files, bytes(directory, path));
    else
      files[path] = createHash('sha256')
        .update(readFileSync(join(directory, path)))
        .digest('hex');
  }
  return files;
}

/** As the `cdk` command builds it, with every pack. */
function built(config: Config, options: BuildOptions): App {
  const app = buildApp(config, options);
  addPacks(app, config);
  addControls(app, [], asOf);
  return app;
}

function synthesized(config: string, only?: string[]): Record<string, string> {
  const outdir = folder();
  built(loadConfig(config), { asOf, outdir, only }).synth();
  return bytes(outdir);
}

/** The shipped examples, built once for every test that reads them. */
const shipped = loadConfig('config');
const outdir = folder();
let stacks: readonly CloudFormationStackArtifact[];
let whole: Record<string, string>;
beforeAll(() => {
  stacks = built(shipped, { asOf, outdir }).synth().stacksRecursively;
  whole = bytes(outdir);
});
const json = () => Object.keys(whole).filter((name) => name.endsWith('.json'));

/** The same configuration elsewhere, with the vendor files written in another order. */
function configWrittenBackwards(): string {
  const copy = folder();
  cpSync('config', copy, { recursive: true });
  rmSync(join(copy, 'vendors'), { recursive: true });
  mkdirSync(join(copy, 'vendors'));
  for (const name of readdirSync('config/vendors').sort().reverse())
    cpSync(join('config/vendors', name), join(copy, 'vendors', name));
  return copy;
}

const assembly = exampleAssembly();

test('two runs in two places, vendor files in two orders: the same bytes', () => {
  expect(Object.keys(whole).length).toBeGreaterThan(40);
  expect(synthesized(configWrittenBackwards())).toEqual(whole);
});

test('nothing in the assembly names this machine', () => {
  for (const file of json()) expect(readFileSync(join(outdir, file), 'utf8')).not.toContain(process.cwd());
});

test.each(['meridian', 'luzon'])('%s alone is the same bytes as among others', (vendor) => {
  const inside = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(`assembly-${vendor}/`)));
  const alone = synthesized('config', [vendor]);
  expect(inside(alone)).toEqual(inside(whole));
  expect(
    Object.keys(alone).filter(
      (path) => /^assembly-(?!organization)/.test(path) && !path.startsWith(`assembly-${vendor}`),
    ),
  ).toEqual([]);
});

test('every stack is small, has its own account and region, and is protected from deletion', () => {
  expect(stacks.length).toBeGreaterThan(10);
  for (const stack of stacks) {
    expect(stack.environment.account).toMatch(/^\d{12}$/);
    expect(stack.environment.region).not.toBe('unknown-region');
    expect(stack.terminationProtection).toBe(true);
    expect(Object.keys(stack.template.Resources).length).toBeLessThan(250);
  }
});

test.each(['AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::Logs::LogGroup', 'AWS::Backup::BackupVault'])(
  '%s outlives its stack',
  (type) => {
    const found = resourcesOf(assembly, type);
    expect(found.length).toBeGreaterThan(0);
    for (const { resource } of found)
      expect([resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  },
);

test('no provider function writes elsewhere or deletes objects', () => {
  const types = assembly.stacks.flatMap(({ template }) =>
    Object.values(template.Resources ?? {}).map(({ Type }) => Type),
  );
  const custom = [...new Set(types.filter((type) => type.startsWith('Custom::')))];
  expect(custom).toEqual(['Custom::VpcRestrictDefaultSG']);
});

describe('names and tags', () => {
  const required = ['lpo:data-class', 'lpo:environment', 'lpo:matter', 'lpo:owner', 'lpo:vendor'];

  // Types whose CloudFormation schema has no tags at all.
  const untaggable = new Set([
    'AWS::Backup::BackupSelection',
    'AWS::Backup::RestoreTestingSelection',
    'AWS::EC2::ClientVpnAuthorizationRule',
    'AWS::EC2::ClientVpnTargetNetworkAssociation',
    'AWS::EC2::NetworkAclEntry',
    'AWS::EC2::SecurityGroupEgress',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::SubnetNetworkAclAssociation',
    'AWS::EC2::SubnetRouteTableAssociation',
    'AWS::EC2::VPCBlockPublicAccessOptions',
    'AWS::IAM::ManagedPolicy',
    'AWS::KMS::Alias',
    'AWS::Logs::ResourcePolicy',
    'AWS::Route53Resolver::FirewallConfig',
    'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
    'AWS::Lambda::Permission',
    'AWS::Logs::MetricFilter',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::TopicPolicy',
    'Custom::VpcRestrictDefaultSG',
  ]);

  test('everything of a vendor that takes tags carries all five tags', () => {
    const missing = assembly.stacks
      .filter(({ id }) => !id.startsWith('organization/'))
      .flatMap(({ id, template }) =>
        Object.entries(template.Resources ?? {})
          .filter(([, { Type }]) => !untaggable.has(Type))
          .filter(([, { Properties }]) => {
            const text = JSON.stringify(Properties ?? {});
            return !required.every((key) => text.includes(`"Key":"${key}"`) || text.includes(`"${key}":`));
          })
          .map(([logicalId, { Type }]) => `${id}/${logicalId} ${Type}`),
      );
    expect(missing).toEqual([]);
  });

  test('matters carry their id and their data classes', () => {
    for (const { properties, stack } of resourcesOf(assembly, 'AWS::KMS::Key').filter((key) =>
      key.stack.includes('/Matter-'),
    ))
      expect(properties.Tags).toEqual(
        expect.arrayContaining([
          { Key: 'lpo:matter', Value: stack.split('/Matter-')[1] },
          { Key: 'lpo:data-class', Value: expect.stringMatching(/^[A-Z_0-9+]+$/) },
        ]),
      );
  });

  test("no vendor's legal name reaches any file of the assembly", () => {
    const text = json()
      .map((name) => readFileSync(join(outdir, name), 'utf8').toLowerCase())
      .join('\n');
    for (const { legalName } of shipped.vendors) expect(text).not.toContain(legalName.toLowerCase());
  });
});
