import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const partiesOnFile: Rule = {
  id: 'COI-R01',
  title: 'A matter names its client and who is against, or who looked and found nobody',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 1.7, 1.9, 1.10'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      const { parties } = matter;
      if (parties && (parties.adverse.length > 0 || parties.noAdverse)) return [];
      return [
        {
          path: parties ? at('parties') : at(),
          got: parties ? 'no adverse party and no noAdverse' : 'no parties',
          expected: 'client and adverse parties; an unknown conflict is not cleared',
          fix: 'add the parties with `npx lpo parties`, or record who looked',
        },
      ];
    }),
};
