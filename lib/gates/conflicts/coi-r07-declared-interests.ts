import type { Hit } from '../hit.ts';
import { postings } from '../people/person-rule.ts';
import { type Rule, statute } from '../rule.ts';

export const declaredInterests: Rule = {
  id: 'COI-R07',
  title: 'A declared interest in a party is decided on before the person starts',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rule 1.7'),
  check: (context) => {
    const { conflicts, asOf } = context;
    return postings(context).flatMap(({ person, matter, at }): Hit[] => {
      const parties = new Set(
        [
          ...(matter.parties?.client ?? []),
          ...(matter.parties?.adverse ?? []),
          ...(matter.parties?.related ?? []),
        ].flatMap((party) => [party, ...conflicts.familyOf(party), ...conflicts.sameName(party)]),
      );
      return person.interests.flatMap((interest, index) =>
        !parties.has(interest) ||
        conflicts.decision(
          { rule: 'COI-R07', matters: [matter.id], party: interest, person: person.id },
          asOf,
        )
          ? []
          : [
              {
                matter: matter.id,
                path: at('interests', index),
                got: `${person.id} holds an interest in ${interest}, a party of ${matter.id} or of its family`,
                expected: 'a decision by a named person',
                fix: 'have it decided and record it, or end the assignment',
              },
            ],
      );
    });
  },
};
