import { resolveProfile } from '../../profile/resolve-profile.ts';
import { eachMatter } from '../gate-context.ts';
import { policy, type Rule } from '../rule.ts';

export const contentRetention: Rule = {
  id: 'ENG-R01',
  title: 'Content is kept at least as long as its class asks for',
  severity: 'high',
  waivable: true,
  source: policy('class floors of this blueprint'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      const { retentionFloorDays } = resolveProfile(matter);
      if (matter.retentionDays >= retentionFloorDays) return [];
      return [
        {
          path: at('retentionDays'),
          got: `${matter.retentionDays} days`,
          expected: `at least ${retentionFloorDays} days for ${matter.type} with these classes`,
          fix: 'raise retentionDays',
        },
      ];
    }),
};
