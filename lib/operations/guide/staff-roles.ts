import { roleArn } from '../../constructs/arns.ts';
import {
  commanderRoleName,
  copyBackRoleName,
  incidentRecorderRoleName,
  ledgerWriterRoleName,
} from '../../model/names.ts';
import type { FirstDeployment } from './first-deployment.ts';

/** A role that staff of the security account take, with a second factor of the last 15 minutes in the request itself. */
export interface StaffRole {
  /** Name of the role, and of the profile of the AWS CLI that becomes it. */
  readonly name: string;
  /** Group of IAM users who may ask for it; unlike the role it is one vendor's alone. */
  readonly group: string;
  readonly arn: string;
  /** Purpose, after the name of the role. */
  readonly does: string;
  /** Staff it fits. */
  readonly who: string;
  /** Page with its commands. */
  readonly page: string;
}

/**
 * Every role that asks for a second factor in the request, which no SAML session carries.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (aws:MultiFactorAuthPresent)
 */
export function staffRoles({
  accounts,
  home,
  organization,
  vendor: { vendor, crisisPlan },
}: FirstDeployment): StaffRole[] {
  const role = (
    account: string,
    name: string,
    rest: Omit<StaffRole, 'name' | 'group' | 'arn'>,
  ): StaffRole => ({
    name,
    group: name.startsWith(`lpo-${vendor}-`) ? name : `lpo-${vendor}-${name.replace(/^lpo-/, '')}`,
    arn: roleArn(home, name, account),
    ...rest,
  });
  const owners = [...new Set(crisisPlan?.notices.map(({ owner }) => owner))].sort();
  const security = accounts.security.id;
  return [
    role(security, commanderRoleName(vendor), {
      does: 'initiates the kill switch',
      who: 'people on duty; no key custodian of this vendor, who turns on again',
      page: 'docs/kill-switch.md',
    }),
    role(security, incidentRecorderRoleName(vendor), {
      does: 'opens an incident, records what was notified',
      who: owners.length > 0 ? `owners of notices: ${owners.join(', ')}` : 'whoever answers for notices',
      page: 'docs/incident.md',
    }),
    role(security, ledgerWriterRoleName(vendor), {
      does: 'appends to the audit ledger and seals it',
      who: 'who keeps the evidence',
      page: 'docs/keys-and-evidence.md',
    }),
    role(accounts.backup.id, copyBackRoleName(vendor, 'operator'), {
      does: 'copies a backup back when the vault of the vendor is lost',
      who: 'who answers for recovery',
      page: 'docs/recovery.md',
    }),
    role(accounts.vendor.id, organization.roles.breakGlass, {
      does: 'looks at settings and ends VPN connections, also while the identity provider is down',
      who: 'people on duty',
      page: 'docs/kill-switch.md',
    }),
  ];
}
