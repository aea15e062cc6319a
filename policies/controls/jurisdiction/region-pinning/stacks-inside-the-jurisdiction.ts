import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { bucket } from '../../../authoring/fixtures/bucket.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { sameJurisdiction } from '../../../reading/jurisdiction-regions.ts';

const documents = { Bucket: bucket({ Tags: tags({ 'lpo:vendor': 'meridian' }) }) };
const stacks = (region: string): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': documents,
  'meridian/Recovery': { region, template: { Resources: documents } },
});

/** Stacks that hold content: guardrails alone may live in the organization's home region. */
const holds = new Set([
  'AWS::S3::Bucket',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::Backup::BackupVault',
  'AWS::DynamoDB::Table',
]);

export const check = assemblyCheck({
  control: 'LPO-JUR-01',
  name: 'stacks-inside-the-jurisdiction',
  expected:
    'all stacks of one vendor that hold content, keys or logs are in regions of one jurisdiction; where the vendor’s file is given, in those it names',
  fix: 'give the stack a region of the vendor’s jurisdiction',
  judge(view) {
    const byVendor = new Map<string, Map<string, string>>();
    for (const { stack, resource } of view.resources) {
      const vendor = resource.tags['lpo:vendor'];
      if (vendor === undefined || !holds.has(resource.type)) continue;
      const stacks = byVendor.get(vendor) ?? new Map<string, string>();
      byVendor.set(vendor, stacks.set(stack.id, stack.region ?? 'unknown region'));
    }
    if (byVendor.size === 0) return 'not applicable';
    return [...byVendor].flatMap(([vendor, stacks]) => {
      const [home] = [...stacks.values()];
      const named = view.assembly.firm?.vendors?.find((file) => file.vendor === vendor)?.regions;
      return [...stacks].flatMap(([stack, region]) => [
        ...(sameJurisdiction(region, home ?? region)
          ? []
          : [{ stack, property: 'region', got: `${region}, while ${vendor} also has ${home}` }]),
        ...(named === undefined || named.includes(region)
          ? []
          : [{ stack, property: 'region', got: `${region}, which the file of ${vendor} does not name` }]),
      ]);
    });
  },
  good: { 'one region': stacks('eu-west-2') },
  bad: { 'a recovery vault abroad': stacks('us-east-1') },
});
