import { endpointPrefixes } from '../network/endpoints.ts';
import { containmentLimits } from './containment-limits.ts';
import { deny, exceptRoles, type PolicyDocument, policyDocument, type Statement } from './policy-document.ts';
import { restoreLimits } from './restore-limits.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * Actions whose only endpoint is global, so that `aws:RequestedRegion` says us-east-1 wherever one works.
 *
 * Much shorter than the list of AWS Control Tower: billing and support belong to the management account,
 * and KMS, Config, ACM, CloudFront or multi-Region access points are no exception here.
 */
export const globalActions = [
  'iam:*',
  'organizations:DescribeOrganization',
  // ec2:CreateVpcEndpoint with private DNS asks for it.
  'route53:AssociateVPCWithHostedZone',
  's3:ListAllMyBuckets',
  'sts:*',
];

/** Services the workspace is built with. */
const builtWith = [
  'access-analyzer',
  'acm',
  'backup',
  'backup-storage',
  'cloudformation',
  'cloudtrail',
  'cloudwatch',
  'config',
  'dynamodb',
  'ec2',
  'events',
  'guardduty',
  'inspector2',
  'kms',
  'lambda',
  'logs',
  'macie2',
  'route53resolver',
  's3',
  'secretsmanager',
  'securityhub',
  'sns',
  'sqs',
  'ssm',
  'states',
  'tag',
];

/**
 * Services the workspace is made of: those it is built with and those its endpoints serve. Every other one is
 * closed, the next one AWS invents included.
 */
export const workspaceServices = [...new Set([...builtWith, ...endpointPrefixes])]
  .filter((service) => !globalActions.includes(`${service}:*`))
  .sort();

/**
 * No request outside the vendor's region, whoever asks. A recovery region of the same jurisdiction is open to
 * the backup roles alone. Service-linked roles are not bound by any SCP.
 */
export function regionPin(perimeter: VendorPerimeter): PolicyDocument {
  const { region, recoveryRegion, roles } = perimeter;
  const regions = recoveryRegion === region ? [region] : [region, recoveryRegion];
  const inRecovery: Statement = {
    ...denyOther('RecoveryRegionIsForBackups', globalActions),
    Condition: { StringEquals: { 'aws:RequestedRegion': recoveryRegion }, ...exceptRoles(roles.backup) },
  };
  return policyDocument([
    {
      ...denyOther('PinRegion', globalActions),
      // Also true for an absent key and for "unspecified", which global inference profiles send.
      Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
    },
    ...(recoveryRegion === region ? [] : [inRecovery]),
    denyOther('OnlyWorkspaceServices', [...globalActions, ...workspaceServices.map((name) => `${name}:*`)]),
    deny('NoRegionOptIn', ['account:DisableRegion', 'account:EnableRegion']),
    // Here because an account takes five policies of one type, and this one has room.
    ...containmentLimits(perimeter),
    ...restoreLimits(perimeter),
  ]);
}

const denyOther = (sid: string, actions: readonly string[]): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  NotAction: actions,
  Resource: '*',
});
