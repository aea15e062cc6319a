import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const clientAuthority: Rule = {
  id: 'GOV-R02',
  title: 'The client has agreed to the outsourcing',
  severity: 'high',
  waivable: false,
  source: statute('ABA Formal Opinion 08-451; GDPR Art. 28(2)'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      const given = matter.clientAuthority;
      if (given && given.date <= context.asOf) return [];
      return [
        {
          path: given ? at('clientAuthority', 'date') : at(),
          got: given ? `given on ${given.date}` : 'no clientAuthority',
          expected: `given on or before ${context.asOf}`,
          fix: 'obtain it and record number, day and hash',
        },
      ];
    }),
};
