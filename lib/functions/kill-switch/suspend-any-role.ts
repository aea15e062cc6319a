import { canaryRoleName, namesOfMatters } from '../../model/names.ts';
import type { NamedPermission } from '../../model/permission.ts';
import type { VendorResources } from './step.ts';

/** The one policy that denies everything, and no other, to every role of a matter and to the canary of drills. */
export const suspendAnyRole = ({
  vendor,
  roleArn,
  suspendedPolicyArn,
}: VendorResources): readonly NamedPermission[] => [
  {
    sid: 'SuspendRoles',
    actions: ['iam:AttachRolePolicy'],
    resources: [roleArn(namesOfMatters(vendor)), roleArn(canaryRoleName(vendor))],
    conditions: { ArnEquals: { 'iam:PolicyARN': suspendedPolicyArn } },
  },
];
