import { addDays } from '../../model/days.ts';
import type { Hit } from '../hit.ts';
import { policy, type Rule } from '../rule.ts';

export const crisisPlan: Rule = {
  id: 'GOV-R04',
  title: 'A rehearsed crisis plan names counsel in every country of access',
  severity: 'high',
  waivable: true,
  source: policy('crisis plan, drill and local counsel, LPO-INC-03'),
  check: ({ vendor, asOf }) => {
    const plan = vendor.crisisPlan;
    if (!plan)
      return [
        {
          path: [],
          got: 'no crisisPlan',
          expected: 'a crisis plan',
          fix: 'add "crisisPlan" to the vendor file',
        },
      ];
    const hits: Hit[] = [];
    const drillDue = addDays(plan.drilledOn, plan.drillEveryDays);
    if (plan.drilledOn > asOf || asOf > drillDue)
      hits.push({
        path: ['crisisPlan', 'drilledOn'],
        got: `drilled on ${plan.drilledOn}, due again on ${drillDue}`,
        expected: `a drill that covers ${asOf}`,
        fix: 'hold the drill and record the day',
      });
    for (const country of new Set(vendor.matters.flatMap(({ accessCountries }) => accessCountries)))
      if (!plan.counsel.some(({ countries }) => countries.includes(country)))
        hits.push({
          path: ['crisisPlan', 'counsel'],
          got: `no counsel in ${country}`,
          expected: `counsel for ${country}`,
          fix: 'retain counsel and record the contact',
        });
    plan.counsel.forEach(({ id, verifiedOn, verifyEveryDays }, index) => {
      const due = addDays(verifiedOn, verifyEveryDays);
      if (verifiedOn > asOf || asOf > due)
        hits.push({
          path: ['crisisPlan', 'counsel', index, 'verifiedOn'],
          got: `${id}: verified on ${verifiedOn}, due again on ${due}`,
          expected: `verified in time for ${asOf}`,
          fix: 'call the contact and record the day',
        });
    });
    return hits;
  },
};
