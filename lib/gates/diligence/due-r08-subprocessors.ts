import { type Rule, statute } from '../rule.ts';

export const subprocessors: Rule = {
  id: 'DUE-R08',
  title: 'Sub-processors are approved, and sit only where access is assessed',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 28(2), 28(4)'),
  check: ({ vendor, asOf }) =>
    (vendor.diligence?.subprocessors ?? []).flatMap((sub, index) => {
      const at = ['diligence', 'subprocessors', index];
      const unassessed = vendor.matters.find(({ accessCountries }) => !accessCountries.includes(sub.country));
      if (sub.approvedOn > asOf)
        return [
          {
            path: [...at, 'approvedOn'],
            got: `${sub.id}: approved on ${sub.approvedOn}`,
            expected: `approved on or before ${asOf}`,
            fix: 'wait for the approval, or remove the sub-processor',
          },
        ];
      if (!unassessed) return [];
      return [
        {
          path: [...at, 'country'],
          got: `${sub.id} in ${sub.country}, which ${unassessed.id} does not list`,
          expected: 'a country among the accessCountries of every matter',
          fix: 'add the country to the matters, so that the transfer is assessed, or remove the sub-processor',
        },
      ];
    }),
};
