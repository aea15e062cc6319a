import { deny, exceptRoles, type PolicyDocument, policyDocument, type Statement } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * Actions whose only endpoint is global, so that `aws:RequestedRegion` says us-east-1 wherever one works.
 *
 * Much shorter than the list of AWS Control Tower: billing and support belong to the management account,
 * and KMS, Config, ACM, CloudFront or multi-Region access points are no exception here.
 */
const globalActions = [
  'iam:*',
  'organizations:DescribeOrganization',
  // ec2:CreateVpcEndpoint with private DNS asks for it.
  'route53:AssociateVPCWithHostedZone',
  's3:ListAllMyBuckets',
  'sts:*',
];

/**
 * No request outside the vendor's region, whoever asks, and none inside that carries data out. A recovery region of
 * the same jurisdiction is open to the backup roles alone. Service-linked roles are not bound by any SCP.
 *
 * What moves data by itself, as replication does, is no work of anybody here: see deployment-limits.ts.
 */
export function regionPin(perimeter: VendorPerimeter): PolicyDocument {
  const { region, recoveryRegion, roles, copyVaultArn } = perimeter;
  const regions = recoveryRegion === region ? [region] : [region, recoveryRegion];
  const inRecovery: Statement = {
    ...denyOther('RecoveryRegionIsForBackups'),
    Condition: { StringEquals: { 'aws:RequestedRegion': recoveryRegion }, ...exceptRoles(roles.backup) },
  };
  return policyDocument([
    {
      ...denyOther('PinRegion'),
      // Also true for an absent key and for "unspecified", which global inference profiles send.
      Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
    },
    ...(recoveryRegion === region ? [] : [inRecovery]),
    // Bool, not BoolIfExists: a CreateKey that does not ask for a multi-Region key may lack the key.
    deny('NoMultiRegionKeys', ['kms:CreateKey'], { Bool: { 'kms:MultiRegion': 'true' } }),
    deny('CopiesOnlyToTheCopyVault', ['backup:CopyFromBackupVault'], {
      'ForAnyValue:ArnNotEquals': { 'backup:CopyTargets': copyVaultArn },
    }),
    // ForAnyValue is false for an absent key; a copy that does not say where is denied here.
    deny('CopiesNameTheirTarget', ['backup:CopyFromBackupVault'], { Null: { 'backup:CopyTargets': 'true' } }),
  ]);
}

const denyOther = (sid: string): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  NotAction: globalActions,
  Resource: '*',
});
