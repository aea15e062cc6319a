import { deny, exceptRoles, type Statement } from './policy-document';
import type { VendorPerimeter } from './vendor-perimeter';

/**
 * What the kill switch's role may take away beside those who build: it disables keys, and it attaches to roles
 * one of the policies that deny everything. No enabling, no other policy.
 */
export function containmentLimits({ roles, suspendedPolicyArn }: VendorPerimeter): Statement[] {
  return [
    deny(
      'OnlyCustodianAndSwitchDisable',
      ['kms:DisableKey'],
      exceptRoles(roles.keyCustodian, roles.containment),
    ),
    deny('OnlyDeploymentAndSwitchAttach', ['iam:AttachRole*'], exceptRoles(roles.deploy, roles.containment)),
    // Not like also when the key is absent.
    deny('SwitchAttachesTheSuspensionOnly', ['iam:AttachRole*'], {
      ArnEquals: { 'aws:PrincipalArn': roles.containment },
      ArnNotLike: { 'iam:PolicyARN': [suspendedPolicyArn, `${suspendedPolicyArn}-p-*`] },
    }),
  ];
}
