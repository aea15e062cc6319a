import { resourceCheck } from '../../../authoring/control.ts';
import { isOpaqueSlug, isVendorId } from '../../../template/names.ts';

const wanted: Readonly<Record<string, (value: string) => boolean>> = {
  'lpo:vendor': isVendorId,
  'lpo:owner': isOpaqueSlug,
  'lpo:environment': isOpaqueSlug,
};

/** Types that take tags and that people, bills and alarms are about. */
export const taggedTypes = [
  'AWS::Backup::BackupPlan',
  'AWS::Backup::BackupVault',
  'AWS::CloudTrail::Trail',
  'AWS::EC2::ClientVpnEndpoint',
  'AWS::EC2::FlowLog',
  'AWS::EC2::NetworkAcl',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::EC2::VPCEndpoint',
  'AWS::GuardDuty::MalwareProtectionPlan',
  'AWS::IAM::SAMLProvider',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::Route53Resolver::FirewallDomainList',
  'AWS::Route53Resolver::FirewallRuleGroup',
  'AWS::Route53Resolver::FirewallRuleGroupAssociation',
  'AWS::Route53Resolver::ResolverQueryLoggingConfig',
  'AWS::S3::AccessPoint',
  'AWS::S3::Bucket',
] as const;

const key = (tags: Record<string, string>) => ({
  Type: 'AWS::KMS::Key',
  Properties: { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
});
const whole = { 'lpo:vendor': 'meridian', 'lpo:owner': 'disputes-london', 'lpo:environment': 'production' };

export const taggedWithVendorAndOwner = resourceCheck({
  name: 'tagged-with-vendor-and-owner',
  expected:
    'every taggable resource says whose it is: lpo:vendor, lpo:owner, lpo:environment, as opaque slugs',
  fix: 'tag the stage, which tags everything below it',
  types: [...taggedTypes, 'AWS::IAM::Role'],
  judge(resource) {
    const { tags } = resource;
    // Roles of CDK's own providers cannot be tagged; they carry no name either.
    if (resource.type === 'AWS::IAM::Role' && resource.get('RoleName') === undefined) return 'not applicable';
    return Object.entries(wanted)
      .filter(([name, form]) => !form(tags[name] ?? ''))
      .map(([name]) => ({ property: `Tags ${name}`, got: tags[name] ?? 'absent' }));
  },
  good: { whole: key(whole) },
  bad: {
    'no tags': key({}),
    'no owner': key({ ...whole, 'lpo:owner': '' }),
    'a person as owner': key({ ...whole, 'lpo:owner': 'Jane Doe' }),
    'another environment form': key({ ...whole, 'lpo:environment': 'PROD!' }),
  },
});
