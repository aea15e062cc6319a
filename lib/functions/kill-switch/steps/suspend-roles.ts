import { AttachRolePolicyCommand } from '@aws-sdk/client-iam';
import type { StepReport } from '../../../model/kill-switch.ts';
import {
  canary,
  canaryRoleName,
  matterRoleName,
  matterServiceRoleName,
  restorerRoleName,
  suspendedPersonPolicyName,
  suspendedPolicyName,
  vendorRoleName,
} from '../../../model/names.ts';
import type { SwitchMatter } from '../../../model/switch-matters.ts';
import { actOnAll, notApplicable, unlessAlready } from '../step-report.ts';
import { mattersOf, type Step, type SwitchParts } from '../switch-parts.ts';

/** IAM's writes are slow to replicate and quick to throttle. */
const limit = 5;

/**
 * Attaches a prepared policy that denies everything: to the roles of a matter's people, which ends running
 * sessions at their next request and makes new ones useless; or, for one person, a policy that binds that
 * person alone, to every role a person can have here. Which of them the person has is not asked: a session
 * outlives its assignment by hours.
 */
export const suspendRoles: Step = async (parts, request) =>
  request.scope === 'person'
    ? attach(
        'suspend-roles',
        parts,
        everyRole(parts),
        suspendedPersonPolicyName(parts.vendor, request.id ?? ''),
      )
    : attach(
        'suspend-roles',
        parts,
        mattersOf(parts, request).flatMap((matter) => peopleRoles(parts.vendor, matter)),
      );

/**
 * Closes the buckets. Their policies admit the matter's people, its scanner, its backup and its restore and
 * nobody else; the people are suspended before, the others here, with the role that restores are tried with.
 */
export const closeBuckets: Step = async (parts, request) =>
  request.scope === 'person' || request.drill
    ? notApplicable('close-buckets', 'Only a suspended matter closes its bucket; the canary has none.')
    : attach(
        'close-buckets',
        parts,
        mattersOf(parts, request).flatMap(({ id, zones }) =>
          zones.flatMap((zone) =>
            (['malware-scan', 'backup', 'restore', 'restore-test'] as const).map((service) =>
              matterServiceRoleName(parts.vendor, id, service, zone),
            ),
          ),
        ),
      );

/** Whoever starts restores is a person too. */
const peopleRoles = (vendor: string, { id, functions, zones }: SwitchMatter): string[] =>
  id === canary
    ? [canaryRoleName(vendor)]
    : [
        ...functions.map((fn) => matterRoleName(vendor, id, fn)),
        ...zones.map((zone) => restorerRoleName(vendor, id, zone)),
      ];

const everyRole = ({ vendor, matters }: SwitchParts): string[] => [
  ...matters.flatMap((matter) => peopleRoles(vendor, matter)),
  ...(['auditor', 'key-custodian'] as const).map((fn) => vendorRoleName(vendor, fn)),
];

async function attach(
  step: string,
  parts: SwitchParts,
  roles: readonly string[],
  policy = suspendedPolicyName(parts.vendor),
): Promise<StepReport> {
  const { iam } = await parts.inVendorAccount();
  const PolicyArn = `arn:${parts.partition}:iam::${parts.account}:policy/${policy}`;
  return actOnAll(step, {
    targets: roles,
    name: (role) => role,
    before: { policy: PolicyArn },
    limit,
    // Attaching what is attached succeeds, so a second run is harmless.
    act: (RoleName) => unlessAlready(iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))),
  });
}
