import { countryOf } from '../../law/law-index.ts';
import { eachMatter } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

const sensitiveInSouthAfrica = ['PII_SPECIAL', 'MINORS', 'BIOMETRIC', 'GENETIC', 'PHI', 'SUD_PART2'] as const;

export const priorAssessment: Rule = {
  id: 'JUR-R13',
  title: 'Quebec asks for an assessment first, South Africa for an authorisation',
  severity: 'high',
  waivable: false,
  source: statute('ARPPIPS s.17; POPIA s.57(1)(d)'),
  check: (context) =>
    eachMatter(context, (matter, at): Hit[] => {
      const { law, vendor } = context;
      const storage = law.placeOfRegion(vendor.region);
      const places = [...matter.accessCountries, ...(storage ? [storage] : [])];
      const hits: Hit[] = [];
      const quebec = matter.origins.indexOf('CA-QC');
      const outside = places.find((place) => place !== 'CA-QC');
      if (quebec >= 0 && outside && !matter.quebecAssessment)
        hits.push({
          path: at('origins', quebec),
          got: `data from Quebec in ${outside}, no quebecAssessment`,
          expected: 'an assessment before data leaves Quebec, and a written agreement',
          fix: 'make the assessment and record it',
        });
      const southAfrica = matter.origins.findIndex((origin) => countryOf(origin) === 'ZA');
      const sensitive = sensitiveInSouthAfrica.find((name) => matter.dataClasses.includes(name));
      const abroad = places.find((place) => countryOf(place) !== 'ZA');
      if (southAfrica >= 0 && sensitive && abroad && !matter.section57Authorisation)
        hits.push({
          path: at('origins', southAfrica),
          got: `${sensitive} from South Africa in ${abroad}, no section57Authorisation`,
          expected: 'prior authorisation of the Information Regulator',
          fix: 'obtain and record it',
        });
      return hits;
    }),
};
