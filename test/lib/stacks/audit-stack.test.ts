import { Template } from 'aws-cdk-lib/assertions';
import { AuditStack, needsVendorTrail } from '../../../lib/stacks/audit-stack.ts';
import { app } from '../../support/app.ts';
import { exampleOrganization, exampleVendor } from '../../support/configuration.ts';
import { nagFindings, staleAcknowledgements } from '../../support/nag.ts';
import { grants } from '../../support/policy-evaluator.ts';
import { policyOf } from '../../support/template-policies.ts';

const organization = exampleOrganization();
const vendor = exampleVendor('meridian');
const env = { account: vendor.account, region: vendor.region };
const stack = new AuditStack(app(), 'Audit', { env, organization, vendor });
const template = Template.fromStack(stack);
interface Selector {
  readonly Field: string;
  readonly Equals?: string[];
  readonly StartsWith?: string[];
}
const trail = Object.values(template.findResources('AWS::CloudTrail::Trail'))[0] as {
  DeletionPolicy: string;
  Properties: Record<string, unknown> & { AdvancedEventSelectors: { FieldSelectors: Selector[] }[] };
};

test('one trail for all regions, validated, encrypted, kept, to the log archive', () => {
  template.resourceCountIs('AWS::CloudTrail::Trail', 1);
  expect(trail.DeletionPolicy).toBe('Retain');
  expect(trail.Properties).toMatchObject({
    TrailName: 'lpo-meridian',
    IsLogging: true,
    IsMultiRegionTrail: true,
    IncludeGlobalServiceEvents: true,
    EnableLogFileValidation: true,
    S3BucketName: 'lpo-meridian-trail-100000000003-eu-west-2',
    KMSKeyId: 'arn:aws:kms:eu-west-2:100000000003:alias/lpo/meridian/log-archive',
  });
  expect(trail.Properties.EventSelectors).toBeUndefined();
});

describe('records', () => {
  /** Whether some selector takes the event; a field nobody selects on matters to none. */
  const records = (event: Record<string, string>) =>
    trail.Properties.AdvancedEventSelectors.some(({ FieldSelectors }) =>
      FieldSelectors.every(({ Field, Equals, StartsWith }) => {
        const value = event[Field] ?? '';
        return Equals ? Equals.includes(value) : (StartsWith ?? []).some((start) => value.startsWith(start));
      }),
    );
  const object = (arn: string) => ({
    eventCategory: 'Data',
    'resources.type': 'AWS::S3::Object',
    'resources.ARN': arn,
  });

  test('every management event, KMS included', () => {
    expect(records({ eventCategory: 'Management', eventSource: 'kms.amazonaws.com' })).toBe(true);
    expect(records({ eventCategory: 'Management', readOnly: 'true' })).toBe(true);
  });

  test('objects of every matter, in the bucket and through the access point, and no other', () => {
    for (const { id } of vendor.matters) {
      expect(records(object(`arn:aws:s3:::lpo-meridian-${id}-200000000001-eu-west-2/work/a`))).toBe(true);
      expect(
        records({
          eventCategory: 'Data',
          'resources.type': 'AWS::S3::AccessPoint',
          'resources.ARN': `arn:aws:s3:eu-west-2:200000000001:accesspoint/lpo-meridian-${id}`,
        }),
      ).toBe(true);
    }
    expect(records(object('arn:aws:s3:::lpo-meridianx-m-7f3a9c-1/work/a'))).toBe(false);
  });

  test('calls of functions', () => {
    expect(records({ eventCategory: 'Data', 'resources.type': 'AWS::Lambda::Function' })).toBe(true);
  });

  test.each(['s3', 'kms', 'secretsmanager', 'ec2', 'cloudtrail'])('endpoint denials of %s', (service) => {
    const eventSource = `${service}.amazonaws.com`;
    expect(records({ eventCategory: 'NetworkActivity', eventSource, errorCode: 'VpceAccessDenied' })).toBe(
      true,
    );
    expect(records({ eventCategory: 'NetworkActivity', eventSource })).toBe(false);
  });
});

test('the log group is encrypted with a key that CloudWatch Logs uses for that group only', () => {
  template.hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'Retain',
    Properties: {
      LogGroupName: '/lpo/meridian/trail',
      RetentionInDays: 365,
      DeletionProtectionEnabled: true,
    },
  });
  const key = policyOf(stack, 'AWS::KMS::Key', 'KeyPolicy', () => true);
  const encrypt = (group: string, principal = 'logs.eu-west-2.amazonaws.com') =>
    grants(key, {
      principal,
      action: 'kms:GenerateDataKey',
      context: {
        'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-2:200000000001:log-group:${group}`,
      },
    });
  expect(encrypt('/lpo/meridian/trail')).toEqual(['LogGroups']);
  expect(encrypt('/lpo/meridian/vpc-flow')).toEqual([]);
  expect(encrypt('/lpo/meridian/trail', 'arn:aws:iam::200000000001:role/lpo-meridian-auditor')).toEqual([]);
});

test('CloudTrail, which sends no source here, becomes its delivery role under the service boundary', () => {
  const trust = policyOf(stack, 'AWS::IAM::Role', 'AssumeRolePolicyDocument', () => true);
  const assume = (principal: string) => grants(trust, { principal, action: 'sts:AssumeRole', context: {} });
  expect(assume('cloudtrail.amazonaws.com')).toHaveLength(1);
  expect(assume('config.amazonaws.com')).toEqual([]);
  template.hasResourceProperties('AWS::IAM::Role', {
    RoleName: 'lpo-meridian-trail-logs',
    PermissionsBoundary: 'arn:aws:iam::200000000001:policy/lpo-meridian-service-boundary',
  });
});

test('not built where the organization has a trail', () => {
  const managed = {
    ...organization,
    managedByOrganization: { ...organization.managedByOrganization, trail: true },
  };
  expect([needsVendorTrail(organization), needsVendorTrail(managed)]).toEqual([true, false]);
  expect(() => new AuditStack(app(), 'Audit', { env, organization: managed, vendor })).toThrow(
    'managedByOrganization.trail is true',
  );
});

test('nothing found by the packs, nothing acknowledged in vain', () => {
  expect(nagFindings(stack)).toEqual([]);
  expect(staleAcknowledgements(stack)).toEqual([]);
});
