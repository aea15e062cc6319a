import { globalActions, workspaceServices } from '../../../lib/constructs/guardrails/region-pin.ts';
import { exampleVendor } from '../../support/configuration.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';

const vendorAccounts = [exampleVendor('meridian').account, exampleVendor('luzon').account];

/** IAM's prefix of the service that makes a resource type, as far as the workspace uses it. */
function servicePrefix(type: string): string {
  if (type.startsWith('Custom::')) return 'lambda';
  if (type.startsWith('AWS::AccessAnalyzer::')) return 'access-analyzer';
  return (type.split('::')[1] ?? '').toLowerCase();
}

test('the region pin closes no service that the workspace itself is made of', () => {
  const needed = new Set(
    exampleAssembly()
      .stacks.filter(({ account }) => account !== undefined && vendorAccounts.includes(account))
      .flatMap(({ template }) => Object.values(template.Resources ?? {}))
      .map(({ Type }) => servicePrefix(Type)),
  );
  const open = new Set([...workspaceServices, ...globalActions.map((action) => action.split(':')[0])]);
  expect(needed.size).toBeGreaterThan(5);
  expect([...needed].filter((service) => !open.has(service))).toEqual([]);
});
