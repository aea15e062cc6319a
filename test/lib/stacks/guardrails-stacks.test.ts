import { Match, Template } from 'aws-cdk-lib/assertions';
import { OrganizationPolicy } from '../../../lib/constructs/guardrails/organization-policy.ts';
import { OrganizationGuardrailsStack } from '../../../lib/stacks/organization-guardrails-stack.ts';
import { VendorGuardrailsStack } from '../../../lib/stacks/vendor-guardrails-stack.ts';
import { app } from '../../support/app.ts';
import { exampleOrganization, exampleVendor } from '../../support/configuration.ts';
import { nagFindings, staleAcknowledgements } from '../../support/nag.ts';

const organization = exampleOrganization();
const env = { account: organization.accounts.management, region: organization.homeRegion };
type Policies = Record<string, { Properties: Record<string, unknown>; DeletionPolicy: string }>;
const policiesOf = (stack: VendorGuardrailsStack | OrganizationGuardrailsStack) =>
  Object.values(Template.fromStack(stack).findResources('AWS::Organizations::Policy') as Policies);

describe.each(['meridian', 'luzon'] as const)('guardrails of %s', (name) => {
  const vendor = exampleVendor(name);
  const stack = new VendorGuardrailsStack(app(), 'Guardrails', { env, organization, vendor });
  const policies = policiesOf(stack);

  test('four service and two resource control policies on this account alone', () => {
    const types = policies.map(({ Properties }) => Properties.Type).sort();
    expect(types).toEqual([
      ...Array(2).fill('RESOURCE_CONTROL_POLICY'),
      ...Array(5).fill('SERVICE_CONTROL_POLICY'),
    ]);
    for (const { Properties, DeletionPolicy } of policies) {
      expect(Properties.TargetIds).toEqual([vendor.account]);
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  test('each is an object of at most 10,240 characters that only denies, 5,120 where it is for resources', () => {
    for (const { Properties } of policies) {
      expect(typeof Properties.Content).toBe('object');
      expect(JSON.stringify(Properties.Content).length).toBeLessThanOrEqual(
        Properties.Type === 'SERVICE_CONTROL_POLICY' ? 10_240 : 5120,
      );
      const { Statement } = Properties.Content as { Statement: { Effect: string }[] };
      expect(new Set(Statement.map(({ Effect }) => Effect))).toEqual(new Set(['Deny']));
    }
  });

  test('exempts roles of this account only', () => {
    const accounts = JSON.stringify(policies).match(/iam::[^:]*:role/g) ?? [];
    const { backup, logArchive } = organization.accounts;
    expect(new Set(accounts)).toEqual(
      new Set([vendor.account, backup, logArchive].map((account) => `iam::${account}:role`)),
    );
    // Of the backup account, the copy back and nothing else.
    expect(new Set(JSON.stringify(policies).match(new RegExp(`${backup}:role/[^"]*`, 'g')))).toEqual(
      new Set([`${backup}:role/lpo-${vendor.vendor}-copy-back`]),
    );
  });

  test('nothing found by the packs', () => {
    expect(nagFindings(stack)).toEqual([]);
    expect(staleAcknowledgements(stack)).toEqual([]);
  });
});

test('the partition is literal and right in China', () => {
  const vendor = { ...exampleVendor('meridian'), region: 'cn-north-1' };
  const china = { account: organization.accounts.management, region: 'cn-north-1' };
  const stack = new VendorGuardrailsStack(app(), 'Guardrails', { env: china, organization, vendor });
  const text = JSON.stringify(policiesOf(stack));
  expect(text).not.toContain('arn:aws:');
  expect(text).toContain('arn:aws-cn:iam::200000000001:role/');
});

describe('organization', () => {
  const stack = new OrganizationGuardrailsStack(app(), 'Organization', { env, organization });
  const template = Template.fromStack(stack);
  const units = [organization.vendorsOrganizationalUnitId];

  test('the quarantine waits without a target', () => {
    template.hasResourceProperties('AWS::Organizations::Policy', {
      Type: 'SERVICE_CONTROL_POLICY',
      TargetIds: Match.absent(),
      Content: { Statement: [{ Sid: 'Freeze', Effect: 'Deny', Action: ['*'], Resource: '*' }] },
    });
  });

  test('settings hold for the unit of the vendors', () => {
    const settings = (type: string, content: object) =>
      template.hasResource('AWS::Organizations::Policy', {
        Properties: { Type: type, TargetIds: units, Content: content },
        DeletionPolicy: 'Retain',
      });
    settings('S3_POLICY', {
      s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } },
    });
    settings('DECLARATIVE_POLICY_EC2', {
      ec2_attributes: {
        snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
        image_block_public_access: { state: { '@@assign': 'block_new_sharing' } },
        serial_console_access: { status: { '@@assign': 'disabled' } },
        instance_metadata_defaults: { http_tokens: { '@@assign': 'required' } },
      },
    });
    settings('AISERVICES_OPT_OUT_POLICY', {
      services: { default: { opt_out_policy: { '@@assign': 'optOut' } } },
    });
    expect(nagFindings(stack)).toEqual([]);
  });
});

test('a policy that is too long is refused with its length', () => {
  const stack = new OrganizationGuardrailsStack(app(), 'Organization', { env, organization });
  expect(
    () =>
      new OrganizationPolicy(stack, 'Long', {
        type: 'SERVICE_CONTROL_POLICY',
        policyName: 'long',
        description: 'Too long',
        content: { text: 'x'.repeat(10_240) },
      }),
  ).toThrow('Policy long: got 10251 characters of JSON, expected at most 10240.');
});
