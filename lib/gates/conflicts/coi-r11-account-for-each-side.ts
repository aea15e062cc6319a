import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';
import { wallStands } from './conflict-index.ts';

export const accountForEachSide: Rule = {
  id: 'COI-R11',
  title: 'Walled matters share no account, and so no network, key administrator or log',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rule 1.0(k) comment 9; SRA Code for Firms 6.5'),
  check: ({ conflicts, vendor, asOf }) =>
    vendor.matters.flatMap((matter, index) =>
      conflicts.wallsOf(matter.id).flatMap(({ wall, other }): Hit[] => {
        if (!wallStands(wall, asOf)) return [];
        return other
          .filter((id) => conflicts.matters.get(id)?.vendor.vendor === vendor.vendor)
          .map((id) => ({
            matter: matter.id,
            path: ['matters', index, 'id'],
            got: `${matter.id} and ${id}, walled by ${wall.id}, in account ${vendor.account}`,
            expected: 'an account for each side',
            fix: 'write a vendor file of its own for one side, with its own account',
          }));
      }),
    ),
};
