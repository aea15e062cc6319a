import { resourceCheck } from '../../../authoring/check.ts';

const vendor = '[a-z][a-z0-9]{2,15}';
const matter = 'm-[0-9a-f]{6,12}';
const place = '\\d{12}-[a-z]{2,4}(-[a-z]+)+-\\d';
const word = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

/** What a name may hold: the vendor's slug, a matter's id, words of the blueprint, account and region; -p: privileged. */
const grammar: Readonly<Record<string, RegExp>> = {
  bucket: new RegExp(`^lpo-${vendor}-(${matter}(-p)?|trail|config|evidence|access|state)-${place}$`),
  alias: new RegExp(`^alias/lpo/${vendor}/(${matter}|${word})$`),
  path: new RegExp(`^/lpo/${vendor}/(${matter}/)?${word}$`),
  plain: new RegExp(
    `^lpo-(${vendor}|organization)(-${matter})?(-${word})?$|^lpo-break-glass$|^lpo-quarantine$`,
  ),
  organization: new RegExp(`^lpo-(${vendor}-)?${word}$`),
  provider: /^[a-z][a-z0-9]*(-[a-z0-9]+)*-(access|vpn)$/,
};

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

const role = (RoleName: unknown) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName } });

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
      .filter(([, property, form]) => !grammar[form]?.test(resource.text(property) ?? ''))
      .map(([, property]) => ({ property, got: resource.show(property) }));
  },
  good: {
    'a role of a matter': role('lpo-meridian-m-7f3a9c-reviewer'),
    'a role of a vendor': role('lpo-meridian-auditor'),
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
    'a client in a role': role('AcmeCorp-Reviewer'),
    'a bucket of its own': { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-v-jones' } },
    'a party after the matter': {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'lpo-meridian-m-7f3a9c-jones-200000000001-eu-west-2' },
    },
    'a party in a bucket': {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'lpo-meridian-jones-200000000001-eu-west-2' },
    },
    'decided at deployment': role({ Ref: 'Name' }),
  },
});
