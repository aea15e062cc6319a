import {
  containmentRoleName,
  eventAlertRoleName,
  logDeliveryRoleName,
  vendorRoleName,
} from '../../model/names.ts';
import { roleArn } from '../arns.ts';
import { exceptRoles, type PolicyDocument, policyDocument } from './policy-document.ts';

export interface QuarantineProps {
  /** AWS partition, `aws` or `aws-us-gov`, for ARNs. */
  readonly partition: string;
  /** Role that may still look and cut connections while the account is frozen. */
  readonly breakGlassRoleName: string;
}

/**
 * Freezes a vendor's account when an incident attaches it. Staged without a target.
 *
 * The account in the ARNs is a wildcard because the policy is for any vendor; an SCP only ever meets roles of
 * the account it is attached to. Log delivery goes on. Service-linked roles need no exemption: no SCP binds
 * them.
 */
export function quarantine({ partition, breakGlassRoleName }: QuarantineProps): PolicyDocument {
  const anyAccount = { partition, account: '*', region: '' };
  const role = (name: string) => roleArn(anyAccount, name);
  return policyDocument([
    {
      Sid: 'Freeze',
      Effect: 'Deny',
      Action: ['*'],
      Resource: '*',
      Condition: exceptRoles(
        role(breakGlassRoleName),
        // The kill switch disables keys and ends sessions after it has attached this policy.
        role(containmentRoleName('*')),
        // Somebody must still be able to disable keys.
        role(vendorRoleName('*', 'key-custodian')),
        role(logDeliveryRoleName('*', 'trail')),
        role(logDeliveryRoleName('*', 'flow')),
        role(eventAlertRoleName('*')),
      ),
    },
  ]);
}
