import { eachMatter } from '../gate-context.ts';
import { policy, type Rule } from '../rule.ts';

export const internalTarget: Rule = {
  id: 'JUR-R19',
  title: "Where a law says 'as soon as possible', the firm has a number of its own",
  severity: 'medium',
  waivable: true,
  source: policy('internal target, default 72 hours'),
  check: (context) => {
    if (context.vendor.crisisPlan?.internalTargetHours !== undefined) return [];
    return eachMatter(context, (matter, at) =>
      matter.origins.flatMap((origin, index) => {
        const clocks = context.law.of(origin)?.clocks.filter(({ toAuthority }) => toAuthority) ?? [];
        const numeric = clocks.some(
          ({ hours, calendarDays, businessDays }) => hours ?? calendarDays ?? businessDays,
        );
        if (clocks.length === 0 || numeric) return [];
        return [
          {
            path: at('origins', index),
            got: `${origin}: ${clocks[0]?.duty ?? 'no number'}`,
            expected: 'crisisPlan.internalTargetHours',
            fix: 'set a target; 72 hours is usual',
          },
        ];
      }),
    );
  },
};
