import { eachMatter } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { policy } from '../rule.ts';
import { type PersonRule, type Posting, personRule, postings } from './person-rule.ts';

const outlives = ({ assignment, matter }: Posting): boolean => assignment.until > matter.closeDate;

const eachPosting = personRule({
  id: 'PPL-R07',
  title: 'An assignment ends when its matter closes, if not before',
  severity: 'high',
  waivable: true,
  source: policy('every assignment has an end, LPO-PPL-04'),
  checkPosting: (_context, posting) => (outlives(posting) ? [ofOne(posting)] : []),
});

/** Rule whose finding is one for a matter that several people outlive, because the cause is one; it names them. */
export const assignmentEnds: PersonRule = {
  ...eachPosting,
  check: (context) =>
    eachMatter(context, ({ id, closeDate }, at) => {
      const late = postings(context).filter((posting) => posting.matter.id === id && outlives(posting));
      if (late.length <= 1) return late.map(ofOne);
      const people = [...new Set(late.map(({ person }) => person.id))].sort();
      const closed = closeDate < context.asOf;
      return [
        {
          path: at('closeDate'),
          got: `${id} ${closed ? 'closed' : 'closes'} on ${closeDate}; assigned beyond it: ${people.join(', ')}`,
          expected: `no assignment to ${id} after ${closeDate}`,
          fix: closed
            ? `end these assignments; where the matter goes on, write its new closeDate. \`lpo offboard plan ${context.vendor.vendor} --matter ${id}\` says what ending it takes`
            : 'shorten these assignments; where the matter goes on longer, write its new closeDate',
        },
      ];
    }),
};

const ofOne = ({ person, assignment, matter, atAssignment }: Posting): Hit => ({
  path: atAssignment('until'),
  got: `${person.id}: until ${assignment.until}, ${matter.id} closes on ${matter.closeDate}`,
  expected: `until ${matter.closeDate} or earlier`,
  fix: 'shorten the assignment',
});
