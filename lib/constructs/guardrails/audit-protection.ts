import { resourceTag, tagKeys } from '../../model/tag-keys.ts';
import { deletionWindowDays } from '../keys/sealed-key.ts';
import { deny, exceptRoles, type PolicyDocument, policyDocument } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

const identityWrites = [
  'Add',
  // AttachRole, DetachRole: see containment-limits.ts.
  'AttachGroup',
  'AttachUser',
  'Create',
  'Deactivate',
  'Delete',
  'DetachGroup',
  'DetachUser',
  'Put',
  'Remove',
  'Set',
  'Tag',
  'Untag',
  'Update',
  'Upload',
];
const stackWrites = [
  'Cancel',
  'Continue',
  'Create',
  'Delete',
  'Execute',
  'Import',
  'Rollback',
  'Set',
  'Update',
];

/**
 * Custody: what nobody undoes, and who alone changes the rest.
 *
 * The deploy role builds and re-policies; the key custodian retires keys; each matter's administrator sets
 * holds. No other principal reaches those powers, nor the IAM and CloudFormation writes that lead to them.
 */
export function auditProtection({ roles }: VendorPerimeter): PolicyDocument {
  const exceptDeployment = exceptRoles(roles.deploy);
  return policyDocument([
    deny('NobodyUndoes', [
      'account:CloseAccount',
      'backup:DeleteBackupVault*',
      'backup:DeleteRecoveryPoint',
      'backup:DisassociateRecoveryPoint*',
      'backup:UpdateGlobalSettings',
      'backup:UpdateRecoveryPointLifecycle',
      'backup:UpdateRegionSettings',
      'cloudtrail:DeleteTrail',
      'cloudtrail:StopLogging',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreateOpenIDConnectProvider',
      'iam:CreateServiceSpecificCredential',
      'iam:CreateUser',
      'kms:DeleteImportedKeyMaterial',
      'logs:DeleteLogGroup',
      'logs:DeleteLogStream',
      'logs:DisassociateKmsKey',
      'organizations:LeaveOrganization',
      's3:BypassGovernanceRetention',
    ]),
    deny(
      'OnlyDeploymentChangesAudit',
      [
        'access-analyzer:CreateArchiveRule',
        'access-analyzer:Delete*',
        'cloudtrail:CreateTrail',
        'cloudtrail:Put*',
        'cloudtrail:RemoveTags',
        'cloudtrail:UpdateTrail',
        'cloudwatch:DeleteAlarms',
        'cloudwatch:DisableAlarmActions',
        'config:Delete*',
        'config:Put*',
        'config:Stop*',
        'ec2:DeleteFlowLogs',
        'guardduty:Create*',
        'guardduty:Delete*',
        'guardduty:Disassociate*',
        'guardduty:Update*',
        'logs:AssociateKmsKey',
        'logs:DeleteMetricFilter',
        'logs:DeleteResourcePolicy',
        'logs:DeleteRetentionPolicy',
        'logs:DeleteSubscriptionFilter',
        'logs:PutLogGroupDeletionProtection',
        'logs:PutResourcePolicy',
        'logs:PutRetentionPolicy',
        'logs:PutSubscriptionFilter',
        'macie2:Disable*',
        'macie2:Update*',
        'route53resolver:Delete*',
        'route53resolver:Disassociate*',
        'route53resolver:Update*',
        'securityhub:Disable*',
      ],
      exceptDeployment,
    ),
    deny(
      'OnlyDeploymentChangesKeysAndBackups',
      [
        'backup:CreateBackup*',
        'backup:DeleteBackup*',
        'backup:PutBackupVault*',
        'backup:StartCopyJob',
        'backup:StopBackupJob',
        'backup:UpdateBackupPlan',
        'kms:CreateAlias',
        'kms:CreateKey',
        'kms:DeleteAlias',
        'kms:DisableKeyRotation',
        'kms:PutKeyPolicy',
        'kms:TagResource',
        'kms:UntagResource',
        'kms:UpdateAlias',
      ],
      exceptDeployment,
    ),
    deny(
      'OnlyTheCustodianRetiresKeys',
      ['kms:CancelKeyDeletion', 'kms:EnableKey', 'kms:ImportKeyMaterial', 'kms:ScheduleKeyDeletion'],
      exceptRoles(roles.keyCustodian),
    ),
    // Without a window in the request KMS takes 30 days, and the key is absent.
    deny('FullDeletionWindow', ['kms:ScheduleKeyDeletion'], {
      NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': `${deletionWindowDays}` },
    }),
    deny('LegalHoldBeatsDeletion', ['kms:ScheduleKeyDeletion'], {
      StringEquals: { [resourceTag(tagKeys.legalHold)]: 'true' },
    }),
    // IfExists: the key may be absent when a person calls KMS directly.
    deny('GrantsOnlyThroughServices', ['kms:CreateGrant', 'kms:RevokeGrant'], {
      BoolIfExists: { 'kms:GrantIsForAWSResource': 'false' },
    }),
    deny(
      'OnlyAdministratorsSetHolds',
      ['s3:PutObjectLegalHold', 's3:PutObjectRetention'],
      exceptRoles(roles.matterAdministrator),
    ),
    deny(
      'OnlyDeploymentWritesIdentities',
      identityWrites.map((verb) => `iam:${verb}*`),
      exceptDeployment,
    ),
    // Restorers pass: see restore-limits.ts.
    deny(
      'OnlyDeploymentPassesRoles',
      ['iam:PassRole'],
      exceptRoles(roles.deploy, roles.pipeline, roles.restorer),
    ),
    {
      Sid: 'PipelinePassesOnlyTheDeployRole',
      Effect: 'Deny',
      Action: ['iam:PassRole'],
      NotResource: roles.deploy,
      Condition: { ArnEquals: { 'aws:PrincipalArn': roles.pipeline } },
    },
    // An update of a stack uses the role the stack already has, without PassRole.
    deny(
      'OnlyThePipelineDeploys',
      stackWrites.map((verb) => `cloudformation:${verb}*`),
      exceptRoles(roles.deploy, roles.pipeline),
    ),
  ]);
}
