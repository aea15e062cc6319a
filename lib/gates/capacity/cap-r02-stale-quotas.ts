import { daysBetween } from '../../model/days.ts';
import type { Hit } from '../hit.ts';
import { policy, type Rule } from '../rule.ts';

const warnDays = 30;

export const staleQuotas: Rule = {
  id: 'CAP-R02',
  title: 'The quotas of AWS on file were read recently enough to build on',
  severity: 'high',
  waivable: true,
  source: policy('quotas of lib/quotas/ with review dates'),
  check: ({ config, asOf }) =>
    config.quotas.flatMap(({ service, name, reviewBy }): Hit[] => {
      const left = daysBetween(asOf, reviewBy);
      if (left > warnDays) return [];
      return [
        {
          file: { quotas: service },
          path: ['reviewBy'],
          got: `quotas of ${name}: review ${left < 0 ? 'was' : 'is'} due on ${reviewBy}`,
          expected: `a review date after ${asOf}`,
          fix: 'read the sources again, then set asOf and reviewBy; or take a newer version of this blueprint',
          ...(left < 0 ? {} : { severity: 'medium' as const }),
        },
      ];
    }),
};
