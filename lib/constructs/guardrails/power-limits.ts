import { resourceTag, tagKeys } from '../../model/tag-keys.ts';
import { deletionWindowDays } from '../keys/sealed-key.ts';
import { deny, type Statement } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/** Limits that hold for those who have a power: how, and with what. */
export function powerLimits({ roles, suspendedPolicyArn }: VendorPerimeter): Statement[] {
  return [
    // Without a window in the request KMS takes 30 days, and the key is absent.
    deny('FullDeletionWindow', ['kms:ScheduleKeyDeletion'], {
      NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': `${deletionWindowDays}` },
    }),
    deny('LegalHoldBeatsDeletion', ['kms:ScheduleKeyDeletion'], {
      StringEquals: { [resourceTag(tagKeys.legalHold)]: 'true' },
    }),
    // IfExists: the key may be absent when a person calls KMS directly.
    deny('GrantsOnlyThroughServices', ['kms:CreateGrant'], {
      BoolIfExists: { 'kms:GrantIsForAWSResource': 'false' },
    }),
    // Not like also when the key is absent. Their boundaries say which of the two attaches and which detaches.
    deny('ResponseAttachesTheSuspensionOnly', ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'], {
      ArnEquals: { 'aws:PrincipalArn': [roles.containment, roles.keyCustodian] },
      ArnNotLike: { 'iam:PolicyARN': [suspendedPolicyArn, `${suspendedPolicyArn}-p-*`] },
    }),
    passesOnly('PipelinePassesOnlyTheDeployRole', roles.pipeline, roles.deploy),
    passesOnly('RestorersPassOnlyRestoreRoles', roles.restorer, roles.restore),
    // A search index shows what documents hold; its name alone is a reading one.
    deny('NobodySearchesBackups', ['backup:ListIndexedRecoveryPointsForSearch']),
  ];
}

const passesOnly = (sid: string, who: string, passed: string): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  Action: ['iam:PassRole'],
  NotResource: passed,
  Condition: { ArnLike: { 'aws:PrincipalArn': who } },
});
