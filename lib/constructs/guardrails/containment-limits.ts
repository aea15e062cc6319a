import { deny, exceptRoles, type Statement } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * Limits of the kill switch and of the key custodian: beside the deployment, the switch disables
 * keys; both handle the policies that deny everything, and no other policy; the custodian puts VPN rules back.
 * Which of the two attaches and which detaches is for their boundaries.
 */
export function containmentLimits({ roles, suspendedPolicyArn }: VendorPerimeter): Statement[] {
  const attachments = ['iam:AttachRole*', 'iam:DetachRole*'];
  return [
    deny(
      'OnlyCustodianAndSwitchDisable',
      ['kms:DisableKey'],
      exceptRoles(roles.keyCustodian, roles.containment),
    ),
    deny(
      'OnlyDeploymentAndResponseAttach',
      attachments,
      exceptRoles(roles.deploy, roles.containment, roles.keyCustodian),
    ),
    // Not like also when the key is absent.
    deny('ResponseAttachesTheSuspensionOnly', attachments, {
      ArnEquals: { 'aws:PrincipalArn': [roles.containment, roles.keyCustodian] },
      ArnNotLike: { 'iam:PolicyARN': [suspendedPolicyArn, `${suspendedPolicyArn}-p-*`] },
    }),
    deny(
      'OnlyDeploymentAndCustodianOpenTheVpn',
      ['ec2:AuthorizeClientVpnIngress'],
      exceptRoles(roles.deploy, roles.keyCustodian),
    ),
  ];
}
