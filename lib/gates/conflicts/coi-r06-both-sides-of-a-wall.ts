import { addDays } from '../../model/days.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

const daysAMonth = 31;

export const bothSidesOfAWall: Rule = {
  id: 'COI-R06',
  title: 'Nobody works on both sides of a wall, now or within the cooling-off period',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 1.0(k), 1.9, 1.10(a)(2); SRA Code for Firms 6.5'),
  check: (context) => {
    const { conflicts, config, asOf } = context;
    const cooling = config.conflicts.coolingOffMonths * daysAMonth;
    return context.vendor.people.flatMap((person, index) => {
      // Everything this person does or did, in whichever vendor file.
      const worked = conflicts
        .entriesOf(person.id)
        .flatMap(({ assignments, history }) => [...assignments, ...history]);
      return person.assignments.flatMap((assignment, entry): Hit[] => {
        if (assignment.until < asOf) return [];
        return conflicts.wallsOf(assignment.matter).flatMap(({ wall, other }) => {
          if (wall.until !== undefined && wall.until < asOf) return [];
          return worked
            .filter(({ matter }) => other.includes(matter))
            .filter(
              ({ matter, until }) =>
                conflicts.areRelated(matter, assignment.matter) || addDays(until, cooling) >= asOf,
            )
            .filter(
              ({ matter }) =>
                conflicts.decision(
                  { rule: 'COI-R06', matters: [assignment.matter, matter], person: person.id },
                  asOf,
                )?.consentSha256 === undefined,
            )
            .map(({ matter }) => ({
              matter: assignment.matter,
              path: ['people', index, 'assignments', entry, 'matter'],
              got: `${person.id} on ${assignment.matter}, and on ${matter} behind wall ${wall.id}`,
              expected: 'one side of the wall only',
              fix: 'end one assignment; a record of informed consent alone opens this',
            }));
        });
      });
    });
  },
};
