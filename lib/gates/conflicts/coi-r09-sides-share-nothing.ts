import type { Hit } from '../hit.ts';
import { postings } from '../people/person-rule.ts';
import { type Rule, statute } from '../rule.ts';
import { wallStands } from './conflict-index.ts';

export const sidesShareNothing: Rule = {
  id: 'COI-R09',
  title: 'The people on the two sides of a wall share no site',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 1.0(k), 1.10(a)(2); SRA Code for Firms 6.5'),
  check: (context) => {
    const { conflicts, vendor, asOf } = context;
    const sitesOf = (matter: string): string[] =>
      postings(context).flatMap(({ matter: { id }, person: { site } }) =>
        id === matter && site ? [site] : [],
      );
    return vendor.matters.flatMap((matter, index) =>
      conflicts.wallsOf(matter.id).flatMap(({ wall, other }): Hit[] => {
        if (!wallStands(wall, asOf)) return [];
        return other.flatMap((id): Hit[] => {
          const there = sitesOf(id);
          const shared = sitesOf(matter.id).find((site) => there.includes(site));
          if (!shared) return [];
          return [
            {
              matter: matter.id,
              path: ['matters', index, 'id'],
              got: `people on ${matter.id} and on ${id}, both sides of ${wall.id}, at site ${shared}`,
              expected: 'a site or team for each side',
              fix: 'register the teams as sites of their own, with an attestation each',
            },
          ];
        });
      }),
    );
  },
};
