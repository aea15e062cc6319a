import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { NamedPermission } from '../../model/permission.ts';
import { permissionStatement } from '../permission-statement.ts';

/**
 * Permissions of several steps as the statements of one role: those with the same sid are one statement with
 * the actions of all.
 *
 * @throws Error where two steps mean different things by one sid.
 */
export function stepPermissions(permissions: readonly NamedPermission[]): PolicyStatement[] {
  const bySid = new Map<string, NamedPermission>();
  for (const permission of permissions) {
    const other = bySid.get(permission.sid);
    if (other && scope(other) !== scope(permission))
      throw new Error(
        `${permission.sid}: got ${scope(permission)}, expected ${scope(other)}, as another step declares it`,
      );
    const actions = [...new Set([...(other?.actions ?? []), ...permission.actions])].sort();
    bySid.set(permission.sid, { ...permission, actions });
  }
  return [...bySid.values()].map(permissionStatement);
}

const scope = ({ effect, resources, conditions }: NamedPermission): string =>
  JSON.stringify({ effect, resources, conditions });
