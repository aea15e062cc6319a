import { resourceCheck } from '../../../authoring/check.ts';
import { role } from '../../../authoring/fixtures/role.ts';
import { isProviderName, type Name, readName, vendorName } from '../../../template/names.ts';

/** Grammar of a name: the vendor's slug, a matter's id, words of the blueprint, account and region. */
const grammar = {
  bucket: (name) => formOf(name) === 'bucket',
  alias: (name) => formOf(name) === 'alias',
  path: (name) => formOf(name) === 'path',
  plain: (name) => formOf(name) === 'plain' || isOfOrganization(name),
  organization: (name) => ['plain', 'organization'].includes(formOf(name) ?? ''),
  provider: isProviderName,
} satisfies Readonly<Record<string, (name: string) => boolean>>;

/** A name with a wildcard is a pattern. */
const formOf = (name: string): Name['form'] | undefined =>
  name.includes('*') ? undefined : readName(name)?.form;

/** Roles and policies of the whole organization that stand outside the grammar of vendors. */
const isOfOrganization = (name: string): boolean =>
  ['breakGlass', 'quarantine'].includes(readName(name)?.purpose ?? '') &&
  readName(name)?.vendor === undefined;

/** Type, property that becomes part of an ARN or of a log, and the form it takes. */
const names: readonly (readonly [string, string, keyof typeof grammar])[] = [
  ['AWS::Backup::BackupPlan', 'BackupPlan.BackupPlanName', 'plain'],
  ['AWS::Backup::BackupVault', 'BackupVaultName', 'plain'],
  ['AWS::CloudTrail::Trail', 'TrailName', 'plain'],
  ['AWS::DynamoDB::Table', 'TableName', 'plain'],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName', 'plain'],
  ['AWS::IAM::Role', 'RoleName', 'plain'],
  ['AWS::IAM::SAMLProvider', 'Name', 'provider'],
  ['AWS::KMS::Alias', 'AliasName', 'alias'],
  ['AWS::Logs::LogGroup', 'LogGroupName', 'path'],
  ['AWS::Logs::ResourcePolicy', 'PolicyName', 'plain'],
  ['AWS::Organizations::Policy', 'Name', 'organization'],
  ['AWS::S3::AccessPoint', 'Name', 'plain'],
  ['AWS::S3::Bucket', 'BucketName', 'bucket'],
];

const named = (RoleName: unknown) => role({ RoleName });

/** CloudTrail writes names into another account; a client's name must never fit into one. */
export const check = resourceCheck({
  control: 'LPO-GOV-01',
  name: 'names-are-opaque',
  expected: 'a physical name holds the vendor’s slug, a matter’s id and words of the blueprint, nothing else',
  fix: 'use the slug and the hexadecimal matter id, for example lpo-meridian-m-7f3a9c-reviewer',
  types: [...new Set(names.map(([type]) => type))],
  judge(resource) {
    const rules = names.filter(
      ([type, property]) => type === resource.type && resource.get(property) !== undefined,
    );
    if (rules.length === 0) return 'not applicable';
    return rules
      .filter(([, property, form]) => !grammar[form](resource.text(property) ?? ''))
      .map(([, property]) => ({ property, got: resource.show(property) }));
  },
  good: {
    'a role of a matter': named('lpo-meridian-m-7f3a9c-reviewer'),
    'a role of a vendor': named(vendorName('meridian', 'auditor')),
    'a bucket': {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'lpo-meridian-trail-100000000003-eu-west-2' },
    },
    'a privileged bucket': {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'lpo-meridian-m-7f3a9c-p-200000000001-eu-west-2' },
    },
    'an alias': { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/lpo/meridian/m-7f3a9c' } },
    'a log group': { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/lpo/meridian/vpc-flow' } },
  },
  bad: {
    'a client in a role': named('AcmeCorp-Reviewer'),
    'a bucket of its own': { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-v-jones' } },
    'a party after the matter': {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'lpo-meridian-m-7f3a9c-jones-200000000001-eu-west-2' },
    },
    'a party in a bucket': {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'lpo-meridian-jones-200000000001-eu-west-2' },
    },
    'decided at deployment': named({ Ref: 'Name' }),
  },
});
