import { countriesOf } from '../../profile/breach-duties-of.ts';
import { policy, type Rule } from '../rule.ts';

export const breachNotices: Rule = {
  id: 'GOV-R05',
  title: 'Every law with a breach clock has a notice template, an owner and local counsel in the crisis plan',
  severity: 'high',
  waivable: true,
  source: policy('breach clocks, LPO-INC-01; crisis plan, LPO-INC-03'),
  check: ({ vendor, law }) => {
    const plan = vendor.crisisPlan;
    if (!plan) return []; // GOV-R04 asks for it
    const laws = [...new Set(vendor.matters.flatMap((matter) => law.lawsOf(matter)))];
    return laws
      .filter(({ clocks }) => clocks.some(({ force }) => force !== 'draft'))
      .flatMap((each) => {
        const countries = countriesOf(law, each, vendor.matters);
        const counsel = plan.counsel.some((one) => one.countries.some((code) => countries.has(code)));
        const notice = plan.notices.some(({ laws }) => laws.includes(each.code));
        return [
          ...(notice
            ? []
            : [
                {
                  path: ['crisisPlan'],
                  got: `no notice for ${each.code}`,
                  expected: `a template and an owner for ${each.code}, ${each.name}`,
                  fix: 'add it to "notices", and the text to the plan',
                },
              ]),
          ...(counsel
            ? []
            : [
                {
                  path: ['crisisPlan', 'counsel'],
                  got: `no counsel for ${each.code}`,
                  expected: `counsel in ${[...countries].join(' or ')}`,
                  fix: 'retain counsel and record the contact',
                },
              ]),
        ];
      });
  },
};
