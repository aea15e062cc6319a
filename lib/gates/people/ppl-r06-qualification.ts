import { statute } from '../rule.ts';
import { personRule } from './person-rule.ts';

/** Functions that answer for what leaves, and are never the vendor's people. */
const ofTheFirm: ReadonlySet<string> = new Set(['supervisingLawyer', 'releaseApprover', 'secondApprover']);

export const qualification = personRule({
  id: 'PPL-R06',
  title: 'People are qualified for what they do; a supervising lawyer is a lawyer of the firm',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 5.1, 5.3; Formal Opinion 08-451'),
  checkPosting: (_context, { person, assignment, at, atAssignment }) => {
    if (!person.qualification)
      return [
        {
          path: at(),
          got: `${person.id}: no qualification`,
          expected: 'a qualification with its evidence',
          fix: 'record it',
        },
      ];
    const firmOnly = ofTheFirm.has(assignment.function);
    const lawyerOnly = assignment.function === 'supervisingLawyer';
    if ((!firmOnly || person.employer === 'firm') && (!lawyerOnly || person.qualification.kind === 'lawyer'))
      return [];
    return [
      {
        path: atAssignment('function'),
        got: `${person.id}: ${person.qualification.kind} of the ${person.employer} as ${assignment.function}`,
        expected: lawyerOnly ? 'a lawyer of the firm' : "one of the firm's own people",
        fix: 'assign somebody else',
      },
    ];
  },
});
