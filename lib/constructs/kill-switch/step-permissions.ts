import { type Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Permission } from '../../model/permission.ts';

/**
 * Permissions of several steps as the statements of one role: those with the same sid are one statement with
 * the actions of all.
 *
 * @throws Error where two steps mean different things by one sid.
 */
export function stepPermissions(permissions: readonly Permission[]): PolicyStatement[] {
  const bySid = new Map<string, Permission>();
  for (const permission of permissions) {
    const other = bySid.get(permission.sid);
    if (other && scope(other) !== scope(permission))
      throw new Error(
        `${permission.sid}: got ${scope(permission)}, expected ${scope(other)}, as another step declares it`,
      );
    const actions = [...new Set([...(other?.actions ?? []), ...permission.actions])].sort();
    bySid.set(permission.sid, { ...permission, actions });
  }
  return [...bySid.values()].map(asStatement);
}

/** A statement of the CDK. */
const asStatement = ({ sid, effect = 'Allow', actions, resources, conditions }: Permission) =>
  new PolicyStatement({
    sid,
    effect: effect as Effect,
    actions: [...actions],
    resources: [...resources],
    ...(conditions && { conditions }),
  });

const scope = ({ effect, resources, conditions }: Permission): string =>
  JSON.stringify({ effect, resources, conditions });
