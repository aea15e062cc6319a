import { countryOf, isOfUsOrigin } from '../../law/law-index.ts';
import { eachMatter } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

export const inventionFiling: Rule = {
  id: 'JUR-R11',
  title: 'Unfiled inventions and controlled technology leave the US with a clearance only',
  severity: 'high',
  waivable: false,
  source: statute('37 CFR 5.11(c), 5.15; 73 FR 42781; 15 CFR 734.18'),
  check: (context) =>
    eachMatter(context, (matter, at): Hit[] => {
      const invention = matter.dataClasses.includes('UNPUBLISHED_INVENTION');
      const controlled = matter.dataClasses.includes('EXPORT_EAR');
      if (!invention && !controlled) return [];
      if (invention && matter.secrecyOrder !== false)
        return [
          {
            path: matter.secrecyOrder ? at('secrecyOrder') : at('dataClasses'),
            got: matter.secrecyOrder
              ? 'a secrecy order'
              : 'an invention, and nobody said whether a secrecy order covers it',
            expected: 'secrecyOrder: false',
            fix: matter.secrecyOrder
              ? 'take the matter out; no record opens this gate'
              : 'ask, and record the answer',
          },
        ];
      const abroad = matter.accessCountries.findIndex((country) => countryOf(country) !== 'US');
      const clearance = matter.exportClearance;
      if (abroad < 0 || (clearance && clearance.date <= context.asOf && context.asOf <= clearance.expiresOn))
        return [];
      const what = invention ? 'an unpublished invention' : 'technology under the EAR';
      return [
        {
          path: clearance ? at('exportClearance', 'expiresOn') : at('accessCountries', abroad),
          got: `${what} seen from ${matter.accessCountries[abroad]}, ${clearance ? `clearance to ${clearance.expiresOn}` : 'no clearance'}`,
          expected:
            'exportClearance in force; a foreign filing licence does not cover preparing an application abroad',
          fix: 'obtain and record the clearance, or remove the country',
          ...(isOfUsOrigin(matter) ? {} : { severity: 'medium' as const }),
        },
      ];
    }),
};
