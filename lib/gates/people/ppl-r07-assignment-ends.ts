import { policy } from '../rule.ts';
import { personRule } from './person-rule.ts';

export const assignmentEnds = personRule({
  id: 'PPL-R07',
  title: 'An assignment ends when its matter closes, if not before',
  severity: 'high',
  waivable: true,
  source: policy('every assignment has an end, LPO-PPL-04'),
  checkPosting: (_context, { person, assignment, matter, atAssignment }) =>
    assignment.until <= matter.closeDate
      ? []
      : [
          {
            path: atAssignment('until'),
            got: `${person.id}: until ${assignment.until}, ${matter.id} closes on ${matter.closeDate}`,
            expected: `until ${matter.closeDate} or earlier`,
            fix: 'shorten the assignment',
          },
        ],
});
