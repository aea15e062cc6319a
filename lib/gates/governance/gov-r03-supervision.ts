import { addDays } from '../../model/days.ts';
import { eachMatter } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

export const supervision: Rule = {
  id: 'GOV-R03',
  title: 'A named lawyer supervises each matter and has looked at it in time',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 5.1, 5.3; Formal Opinion 08-451'),
  check: (context) =>
    eachMatter(context, (matter, at): Hit[] => {
      const { supervision: record } = matter;
      if (!record)
        return [
          {
            path: at(),
            got: 'no supervision',
            expected: 'a supervising lawyer',
            fix: 'add "supervision" to the matter',
          },
        ];
      const hits: Hit[] = [];
      const due = addDays(record.lastReview, record.everyDays);
      if (context.asOf > due || record.lastReview > context.asOf)
        hits.push({
          path: at('supervision', 'lastReview'),
          got: `last review on ${record.lastReview}, due again on ${due}`,
          expected: `a review that covers ${context.asOf}`,
          fix: 'review the work and record the day',
        });
      const lawyer = context.vendor.people.find(({ id }) => id === record.lawyer);
      const assigned = lawyer?.assignments.some(
        (entry) => entry.matter === matter.id && entry.function === 'supervisingLawyer',
      );
      if (!assigned)
        hits.push({
          path: at('supervision', 'lawyer'),
          got: `${record.lawyer}, who is not assigned as supervisingLawyer`,
          expected: 'a person assigned to this matter as supervisingLawyer',
          fix: 'add the assignment, or name another lawyer',
        });
      return hits;
    }),
};
