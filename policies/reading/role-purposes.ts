import { readName } from '../template/names.ts';

/** A role that may exist, and what its trust may name. */
export interface RolePurpose {
  /** Reason: what nobody could do without it. */
  readonly reason: string;
  /** `identity-provider` for people of a workspace, `account` for a role or person of an account, or one service. */
  readonly opensTo: 'identity-provider' | 'account' | `${string}.amazonaws.com`;
  /** One in each zone of a matter, not one in each matter. @default false */
  readonly inEachZone?: boolean;
  /** People of it open documents. @default false */
  readonly opensDocuments?: boolean;
  /** Workspaces there are without it. @default - a workspace without it is not whole */
  readonly optional?: boolean;
}

const person = (reason: string): RolePurpose => ({
  reason,
  opensTo: 'identity-provider',
  opensDocuments: true,
});
const zone = (reason: string, opensTo: RolePurpose['opensTo']): RolePurpose => ({
  reason,
  opensTo,
  inEachZone: true,
});

/** The closed list of roles of a matter, by the last words of their names. */
export const rolesOfAMatter: Readonly<Record<string, RolePurpose>> = {
  reviewer: person('Reads documents and writes work.'),
  'qc-lead': person('Checks the work of reviewers.'),
  'supervising-lawyer': person('Answers for the work, and proposes what leaves.'),
  'release-approver': person('Fetches what leaves.'),
  'second-approver': { ...person('Lets privileged work leave, with the lawyer.'), optional: true },
  'matter-administrator': person('Brings documents in, and sets legal holds.'),
  'malware-scan': zone('Scans what comes in.', 'malware-protection-plan.guardduty.amazonaws.com'),
  backup: zone('Keeps recovery points.', 'backup.amazonaws.com'),
  restore: zone('Writes a restore into the bucket of its zone.', 'backup.amazonaws.com'),
  restorer: zone('Starts a restore.', 'identity-provider'),
  'restore-test': zone('Tries a restore and throws it away.', 'backup.amazonaws.com'),
};

/** The closed list of roles of a vendor. */
export const rolesOfAVendor: Readonly<Record<string, RolePurpose>> = {
  auditor: { reason: 'Reads settings and logs.', opensTo: 'identity-provider' },
  'key-custodian': { reason: 'Disables keys and lifts suspensions.', opensTo: 'identity-provider' },
  containment: { reason: 'The kill switch, in the account of the vendor.', opensTo: 'account' },
  canary: { reason: 'The role the kill switch is tried on.', opensTo: 'lambda.amazonaws.com' },
  'trail-logs': { reason: 'Delivers the trail.', opensTo: 'cloudtrail.amazonaws.com' },
  'flow-logs': { reason: 'Delivers flow logs.', opensTo: 'vpc-flow-logs.amazonaws.com' },
  'event-alerts': { reason: 'Publishes events to the alert topic.', opensTo: 'events.amazonaws.com' },
  connect: { reason: 'Decides on each VPN connection.', opensTo: 'lambda.amazonaws.com' },
  sweep: { reason: 'Ends sessions of people whose records expired.', opensTo: 'lambda.amazonaws.com' },
  'breach-clock': { reason: 'Warns before deadlines.', opensTo: 'lambda.amazonaws.com' },
  'breach-clock-machine': { reason: 'Waits for deadlines.', opensTo: 'states.amazonaws.com' },
  'incident-recorder': { reason: 'Opens an incident.', opensTo: 'account' },
  'kill-switch': { reason: 'Cuts off.', opensTo: 'lambda.amazonaws.com' },
  'kill-switch-machine': { reason: 'Runs the steps of the kill switch.', opensTo: 'states.amazonaws.com' },
  'incident-commander': { reason: 'Starts the kill switch.', opensTo: 'account' },
  quarantine: { reason: 'Freezes the account of the vendor.', opensTo: 'account' },
  'ledger-writer': { reason: 'Appends to the audit ledger.', opensTo: 'account' },
  'log-reader': { reason: 'Reads logs in the archive for the auditor.', opensTo: 'account' },
  'copy-back': { reason: 'Copies backups back.', opensTo: 'backup.amazonaws.com' },
  'copy-operator': { reason: 'Starts copying backups back.', opensTo: 'account' },
};

const breakGlass: RolePurpose = { reason: 'Emergencies without the identity provider.', opensTo: 'account' };

/** The purpose of a role by its name; undefined for a role that no list knows. */
export function purposeOfRole(roleName: string): RolePurpose | undefined {
  const name = readName(roleName);
  if (name === undefined || name.isBoundary || name.person !== undefined) return undefined;
  if (name.form === 'organization') return name.purpose === 'breakGlass' ? breakGlass : undefined;
  if (name.form !== 'plain' || name.vendor === '*' || name.matter === 'm-*') return undefined;
  const list = name.matter === undefined ? rolesOfAVendor : rolesOfAMatter;
  const purpose = Object.hasOwn(list, name.word) ? list[name.word] : undefined;
  return name.zone === 'privileged' && !purpose?.inEachZone ? undefined : purpose;
}
