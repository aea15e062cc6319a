import { AttachRolePolicyCommand } from '@aws-sdk/client-iam';
import type { StepReport } from '../../../model/kill-switch';
import {
  canary,
  canaryRoleName,
  matterRoleName,
  matterServiceRoleName,
  suspendedPolicyName,
} from '../../../model/names';
import type { SwitchMatter } from '../../../model/switch-matters';
import { actOnAll, notApplicable, unlessAlready } from '../step-report';
import { mattersOf, type Step, type SwitchParts } from '../switch-parts';

/** IAM's writes are slow to replicate and quick to throttle. */
const limit = 5;

/**
 * Attaches the prepared policy that denies everything to the roles of the people: it ends running role
 * sessions at their next request and makes new ones useless.
 */
export const suspendRoles: Step = async (parts, request) =>
  request.scope === 'person'
    ? notApplicable(
        'suspend-roles',
        'Roles are shared by a function. Without the VPN no role session reaches data; disable the person in the identity provider too.',
      )
    : attach(
        'suspend-roles',
        parts,
        mattersOf(parts, request).flatMap((matter) => peopleRoles(parts.vendor, matter)),
      );

/**
 * Closes the buckets. Their policies admit the matter's people, its scanner and its backup and nobody else;
 * the people are suspended before, the other two here.
 */
export const closeBuckets: Step = async (parts, request) =>
  request.scope === 'person' || request.drill
    ? notApplicable('close-buckets', 'Only a suspended matter closes its bucket; the canary has none.')
    : attach(
        'close-buckets',
        parts,
        mattersOf(parts, request).flatMap(({ id, zones }) =>
          zones.flatMap((zone) =>
            (['malware-scan', 'backup'] as const).map((service) =>
              matterServiceRoleName(parts.vendor, id, service, zone),
            ),
          ),
        ),
      );

const peopleRoles = (vendor: string, { id, functions }: SwitchMatter): string[] =>
  id === canary ? [canaryRoleName(vendor)] : functions.map((fn) => matterRoleName(vendor, id, fn));

async function attach(step: string, parts: SwitchParts, roles: readonly string[]): Promise<StepReport> {
  const { iam } = await parts.inVendorAccount();
  const PolicyArn = `arn:${parts.partition}:iam::${parts.account}:policy/${suspendedPolicyName(parts.vendor)}`;
  return actOnAll(step, {
    targets: roles,
    name: (role) => role,
    limit,
    // Attaching what is attached succeeds, so a second run is harmless.
    act: (RoleName) => unlessAlready(iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))),
  });
}
