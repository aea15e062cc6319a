import { matterServiceRoleName } from '../../../model/names.ts';
import { attachToRoles } from '../attach-to-roles.ts';
import type { Step } from '../step.ts';
import { notApplicable } from '../step-report.ts';
import { suspendAnyRole } from '../suspend-any-role.ts';
import { mattersOf } from '../switch-parts.ts';

const name = 'close-buckets';

/**
 * Closes the buckets. Their policies admit the matter's people, its scanner, its backup and its restore and
 * nobody else; the people are suspended before, the others here, with the role that restores are tried with.
 */
export const step: Step = {
  name,
  phase: { branch: 'roles' },
  order: 60,
  permissions: { vendor: suspendAnyRole },
  run: async (parts, request) =>
    request.scope === 'person' || request.drill
      ? notApplicable(name, 'Only a suspended matter closes its bucket; the canary has none.')
      : attachToRoles(
          name,
          parts,
          mattersOf(parts, request).flatMap(({ id, zones }) =>
            zones.flatMap((zone) =>
              (['malware-scan', 'backup', 'restore', 'restore-test'] as const).map((service) =>
                matterServiceRoleName(parts.vendor, id, service, zone),
              ),
            ),
          ),
        ),
};
