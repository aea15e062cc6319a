import type { StepReport } from '../../model/kill-switch.ts';
import { suspendedPolicyName } from '../../model/names.ts';
import { actOnAll, unlessAlready } from './step-report.ts';
import type { SwitchParts } from './switch-parts.ts';

/** IAM's writes are slow to replicate and quick to throttle. */
const limit = 5;

/**
 * Attaches a prepared policy that denies everything to roles, which ends their running sessions at the next
 * request and makes new ones useless.
 *
 * @param policy name of a policy of the vendor's account. @default - the one that denies everybody
 */
export async function attachToRoles(
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
    act: (RoleName) => unlessAlready(iam.attachRolePolicy({ RoleName, PolicyArn })),
  });
}
