import { functionsOf } from '../../profile/functions-of.ts';
import { eachMatter } from '../gate-context.ts';
import { policy, type Rule } from '../rule.ts';
import { eligiblePeople } from './eligible-people.ts';

export const everyFunctionFilled: Rule = {
  id: 'PPL-R01',
  title: 'Every function of a matter is filled by somebody whose records are in order',
  severity: 'high',
  waivable: true,
  source: policy('roster-driven groups, LPO-PPL-04'),
  check: (context) => {
    const eligible = eligiblePeople(context);
    return eachMatter(context, (matter, at) => {
      if (matter.closeDate < context.asOf) return [];
      return functionsOf(matter)
        .filter((fn) => (eligible.get(matter.id)?.[fn] ?? []).length === 0)
        .map((fn) => ({
          path: at('groups', fn),
          got: `nobody may act as ${fn} on ${context.asOf}`,
          expected: 'one person with a running assignment and records in order',
          fix: 'assign somebody, or mend the records of those assigned',
        }));
    });
  },
};
