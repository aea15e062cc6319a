import { asText } from '../../../lib/model/as-text.ts';
import { isObject } from '../../template/template-shape.ts';
import { is } from '../cases/fact.ts';
import type { Condition } from '../policy/statement.ts';
import type { Made } from '../world/world.ts';
import { passedRoles } from './passed-roles.ts';
import type { Requests } from './requests.ts';
import { type Place, resourcesOf } from './resource-of.ts';

/** Roles that a service makes for itself when it is first used: service and name, by type. Source: IAM User Guide, "AWS services that work with IAM". */
const serviceLinkedRoles: Readonly<Record<string, string>> = {
  'AWS::AccessAnalyzer::Analyzer': 'access-analyzer.amazonaws.com AWSServiceRoleForAccessAnalyzer',
  'AWS::Backup::BackupSelection': 'backup.amazonaws.com AWSServiceRoleForBackup',
  'AWS::Backup::RestoreTestingPlan':
    'restore-testing.backup.amazonaws.com AWSServiceRoleForBackupRestoreTesting',
  'AWS::Config::ConformancePack': 'config-conforms.amazonaws.com AWSServiceRoleForConfigConforms',
  'AWS::EC2::FlowLog': 'delivery.logs.amazonaws.com AWSServiceRoleForLogDelivery',
  'AWS::GuardDuty::Detector': 'guardduty.amazonaws.com AWSServiceRoleForAmazonGuardDuty',
  'AWS::Macie::Session': 'macie.amazonaws.com AWSServiceRoleForAmazonMacie',
  'AWS::Route53Resolver::ResolverQueryLoggingConfig':
    'route53resolver.amazonaws.com AWSServiceRoleForRoute53Resolver',
  'AWS::SecurityHub::Hub': 'securityhub.amazonaws.com AWSServiceRoleForSecurityHub',
};

/**
 * Requests of a handler on something beside the resource, or with context of their own; undefined for all others.
 * Source: Service Authorization Reference, context keys of each action.
 */
export function special(action: string, made: Made, place: Place): Requests | undefined {
  const { properties, type } = made;
  switch (action) {
    case 'iam:PassRole':
      return {
        on: rolesPassed(made),
        shows: [
          is('iam:PassedToService', passedRoles[type]?.service ?? 'none'),
          is('aws:RequestedRegion', place.region),
        ],
      };
    case 'iam:GetRole':
      if (type === 'AWS::IAM::Role') return undefined;
      return {
        on: passedRoles[type] === undefined ? [serviceLinkedRole(made, place).arn] : rolesPassed(made),
      };
    case 'iam:CreateServiceLinkedRole':
    case 'iam:DeleteServiceLinkedRole':
    case 'iam:GetServiceLinkedRoleDeletionStatus': {
      const { arn, service } = serviceLinkedRole(made, place);
      return { on: [arn], shows: [is('iam:AWSServiceName', service)] };
    }
    case 'iam:AttachRolePolicy':
    case 'iam:DetachRolePolicy':
      return type === 'AWS::IAM::Role'
        ? undefined
        : {
            on: valuesAt(properties, ['Roles']).map(
              (name) => `arn:${place.partition}:iam::${place.account}:role/${name}`,
            ),
          };
    case 'iam:CreateRole':
    case 'iam:PutRolePermissionsBoundary': {
      const [boundary] = valuesAt(properties, ['PermissionsBoundary']);
      return boundary === undefined
        ? undefined
        : { on: [made.arn], shows: [is('iam:PermissionsBoundary', boundary)] };
    }
  }
  if (action === 'kms:CreateKey')
    return { on: resourcesOf(action, made.arn, place), shows: settingsOfKey(made) };
  const [service = ''] = action.split(':');
  if (type === 'AWS::S3::BucketPolicy')
    return { on: valuesAt(properties, ['Bucket']).map((name) => `arn:${place.partition}:s3:::${name}`) };
  if (type === 'AWS::SNS::TopicPolicy') return { on: valuesAt(properties, ['Topics']) };
  // An alias is made, led elsewhere and removed with a right on the alias and one on its key.
  if (type === 'AWS::KMS::Alias' && action.endsWith('Alias'))
    return { on: [made.arn, ...valuesAt(properties, ['TargetKeyId']).map((key) => keyArn(key, place))] };
  if (service === 'kms' && type === 'AWS::Backup::BackupVault')
    return {
      on: valuesAt(properties, ['EncryptionKeyArn']),
      shows: [
        is('kms:ViaService', `backup.${place.region}.amazonaws.com`),
        is('kms:GrantIsForAWSResource', 'true'),
      ],
      forwarded: true,
    };
  // The key of the bucket for assets, which `cdk bootstrap` makes.
  if (action === 'kms:Decrypt' && type === 'AWS::Lambda::Function')
    return {
      on: [`arn:${place.partition}:kms:${place.region}:${place.account}:key/*`],
      shows: [is('kms:ViaService', `s3.${place.region}.amazonaws.com`)],
      forwarded: true,
    };
  if (service === 's3' && type === 'AWS::Lambda::Function')
    return {
      on: valuesAt(properties, ['Code', 'S3Bucket']).map(
        (bucket) => `arn:${place.partition}:s3:::${bucket}/*`,
      ),
    };
  return undefined;
}

const settingsOfKey = ({ properties }: Made): readonly Condition[] => [
  is('kms:KeySpec', asText(properties.KeySpec ?? 'SYMMETRIC_DEFAULT')),
  is('kms:KeyUsage', asText(properties.KeyUsage ?? 'ENCRYPT_DECRYPT')),
  is('kms:KeyOrigin', asText(properties.Origin ?? 'AWS_KMS')),
  is('kms:MultiRegion', asText(properties.MultiRegion ?? false)),
];

/** The role that a service makes for itself; for a type that is in no table, a text that is no ARN. */
function serviceLinkedRole({ type, properties }: Made, { partition, account }: Place) {
  const [asked] = valuesAt(properties, ['AWSServiceName']);
  const [service = '', role = 'AWSServiceRoleFor'] = (asked ?? serviceLinkedRoles[type] ?? '').split(' ');
  const arn =
    service === ''
      ? `the service-linked role of ${type}`
      : `arn:${partition}:iam::${account}:role/aws-service-role/${service}/${role}`;
  return { arn, service };
}

function rolesPassed({ type, properties }: Made): string[] {
  const path = passedRoles[type]?.path;
  return path === undefined ? [`a role that ${type} is given`] : valuesAt(properties, path);
}

/** Texts at a path of properties, from the outermost; a list is taken one by one. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[]): string[] {
  if (value === undefined) return [];
  const each = Array.isArray(value) ? (value as unknown[]) : [value];
  if (name === undefined) return [...new Set(each.map(asText))];
  return [...new Set(each.flatMap((one) => (isObject(one) ? valuesAt(one[name], rest) : [])))];
}

const keyArn = (key: string, { partition, region, account }: Place): string =>
  key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`;
