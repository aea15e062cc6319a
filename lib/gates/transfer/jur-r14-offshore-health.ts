import { countryOf, isOfUsOrigin } from '../../law/law-index.ts';
import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const offshoreHealth: Rule = {
  id: 'JUR-R14',
  title: 'Medicare and Medicaid data goes offshore with the consent of the plan only',
  severity: 'high',
  waivable: false,
  source: statute('plan attestations and state Medicaid contracts on offshore subcontractors', 'M'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      if (!matter.dataClasses.includes('PHI') || !isOfUsOrigin(matter)) return [];
      const offshore = matter.accessCountries.findIndex((country) => countryOf(country) !== 'US');
      if (offshore < 0 || matter.medicareOrMedicaid === false || matter.planConsent) return [];
      return [
        {
          path: at('accessCountries', offshore),
          got: `health data seen from ${matter.accessCountries[offshore]}, Medicare or Medicaid: ${matter.medicareOrMedicaid ?? 'not said'}`,
          expected: 'medicareOrMedicaid: false, or planConsent',
          fix: 'ask the client, then record the answer or the consent',
        },
      ];
    }),
};
