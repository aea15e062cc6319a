import { called, ofNoRegion } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a changed role or policy',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html',
  rings: (room) =>
    [
      'iam:AttachRolePolicy',
      'iam:CreateAccessKey',
      'iam:CreatePolicyVersion',
      'iam:CreateUser',
      'iam:DeleteRolePermissionsBoundary',
      'iam:DetachRolePolicy',
      'iam:PutRolePermissionsBoundary',
      'iam:PutRolePolicy',
      'iam:SetDefaultPolicyVersion',
      'iam:UpdateAssumeRolePolicy',
    ].map((call) => called(room, call, ofNoRegion)),
  silent: (room) =>
    ['iam:TagRole', 'iam:GenerateServiceLastAccessedDetails'].map((call) => called(room, call, ofNoRegion)),
};
