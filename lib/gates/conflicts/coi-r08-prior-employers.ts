import { addDays } from '../../model/days.ts';
import type { Hit } from '../hit.ts';
import { postings } from '../people/person-rule.ts';
import { type Rule, statute } from '../rule.ts';

const daysAMonth = 31;

export const priorEmployers: Rule = {
  id: 'COI-R08',
  title: 'Nobody comes fresh from the other side',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 1.9, 1.10'),
  check: (context) => {
    const { conflicts, asOf, config } = context;
    const cooling = config.conflicts.coolingOffMonths * daysAMonth;
    return postings(context).flatMap(({ person, matter, at }): Hit[] => {
      const against = new Set(
        (matter.parties?.adverse ?? []).flatMap((party) => [
          party,
          ...conflicts.familyOf(party),
          ...conflicts.sameName(party),
        ]),
      );
      return person.priorEmployers.flatMap(({ party, until }, index) =>
        !against.has(party) ||
        addDays(until, cooling) < asOf ||
        conflicts.decision({ rule: 'COI-R08', matters: [matter.id], party, person: person.id }, asOf)
          ? []
          : [
              {
                matter: matter.id,
                path: at('priorEmployers', index),
                got: `${person.id} worked until ${until} for ${party}, who is against the client of ${matter.id}`,
                expected: `${config.conflicts.coolingOffMonths} months in between, or a decision`,
                fix: 'have it decided and record it, or end the assignment',
              },
            ],
      );
    });
  },
};
