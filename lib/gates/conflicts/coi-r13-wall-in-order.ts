import { addDays } from '../../model/days.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

export const wallInOrder: Rule = {
  id: 'COI-R13',
  title: 'A wall is noticed, certified in time and acknowledged by everybody behind it',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rule 1.10(a)(2)(ii)-(iii)'),
  check: (context) => {
    const { config, vendor, asOf } = context;
    return config.conflicts.walls.flatMap((wall, index): Hit[] => {
      const mine = vendor.matters.filter(({ id }) => wall.sideA.includes(id) || wall.sideB.includes(id));
      if (mine.length === 0 || (wall.until !== undefined && wall.until < asOf)) return [];
      const hits: Hit[] = [];
      const report = (path: (string | number)[], got: string, expected: string, fix: string): void => {
        hits.push({
          file: 'conflicts',
          path: ['walls', index, ...path],
          got: `${wall.id}: ${got}`,
          expected,
          fix,
        });
      };
      const due = addDays(wall.certifiedOn, wall.certifyEveryDays);
      if (wall.certifiedOn > asOf || asOf > due)
        report(
          ['certifiedOn'],
          `certified on ${wall.certifiedOn}, due again on ${due}`,
          `certified in time for ${asOf}`,
          'certify that the wall holds and record the day',
        );
      if (wall.noticeSentOn > asOf)
        report(
          ['noticeSentOn'],
          `notice on ${wall.noticeSentOn}`,
          `notice on or before ${asOf}`,
          'send the notice',
        );
      const acknowledged = new Set(
        wall.acknowledgements.filter(({ date }) => date <= asOf).map(({ person }) => person),
      );
      for (const person of vendor.people)
        if (
          !acknowledged.has(person.id) &&
          person.assignments.some(
            ({ matter, until }) => until >= asOf && mine.some(({ id }) => id === matter),
          )
        )
          report(
            ['acknowledgements'],
            `not acknowledged by ${person.id}`,
            'an acknowledgement',
            'have it acknowledged and record the day',
          );
      return hits;
    });
  },
};
