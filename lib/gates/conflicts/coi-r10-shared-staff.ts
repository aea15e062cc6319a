import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';
import { wallStands } from './conflict-index.ts';

export const sharedStaff: Rule = {
  id: 'COI-R10',
  title: 'Walled matters share no auditor, no key custodian and no administrator',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rule 1.0(k) comment 9; SRA Code for Firms 6.5'),
  check: ({ conflicts, vendor, asOf }) =>
    vendor.matters.flatMap((matter) =>
      conflicts.wallsOf(matter.id).flatMap(({ wall, other }): Hit[] => {
        if (!wallStands(wall, asOf)) return [];
        return other.flatMap((id) => {
          const there = conflicts.matters.get(id);
          if (!there || there.vendor.vendor === vendor.vendor) return []; // COI-R09 reports it
          return (['auditor', 'keyCustodian'] as const)
            .filter((fn) => there.vendor.groups[fn] === vendor.groups[fn])
            .map((fn) => ({
              matter: matter.id,
              path: ['groups', fn],
              got: `group ${vendor.groups[fn]} is ${fn} on both sides of ${wall.id} (${there.vendor.vendor})`,
              expected: 'a group for each side',
              fix: 'create another group and put other people in it',
            }));
        });
      }),
    ),
};
