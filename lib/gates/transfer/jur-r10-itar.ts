import { countryOf } from '../../law/law-index.ts';
import { partitionOfRegion } from '../../model/aws-regions.ts';
import { eachMatter } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

export const itar: Rule = {
  id: 'JUR-R10',
  title: 'Technical data under ITAR: US persons, US places, the US government partition',
  severity: 'high',
  waivable: false,
  source: statute('22 CFR 120.54(a)(5), 120.56(a)(1)'),
  check: (context) =>
    eachMatter(context, (matter, at): Hit[] => {
      if (!matter.dataClasses.includes('EXPORT_ITAR')) return [];
      const { vendor } = context;
      const hits: Hit[] = [];
      if (partitionOfRegion.get(vendor.region) !== 'aws-us-gov')
        hits.push({
          path: ['region'],
          got: `ITAR data in ${vendor.region}`,
          expected: 'a region of the partition aws-us-gov',
          fix: 'build this matter in a workspace of its own in aws-us-gov',
        });
      matter.accessCountries.forEach((country, index) => {
        if (countryOf(country) !== 'US')
          hits.push({
            path: at('accessCountries', index),
            got: `access from ${country}; looking at it is a release`,
            expected: 'access from the US only',
            fix: 'remove the country',
          });
      });
      vendor.diligence?.sites.forEach((site, index) => {
        if (countryOf(site.country) !== 'US')
          hits.push({
            path: ['diligence', 'sites', index, 'country'],
            got: `site ${site.id} in ${site.country}`,
            expected: 'US sites only',
            fix: 'use a vendor record of its own for the US site',
          });
      });
      vendor.people.forEach((person, index) => {
        if (person.usPerson !== 'attested' && person.assignments.some((entry) => entry.matter === matter.id))
          hits.push({
            path: ['people', index],
            got: `${person.id} on the matter, US person: ${person.usPerson}`,
            expected: 'usPerson: attested',
            fix: 'record the attestation, or end the assignment',
          });
      });
      return hits;
    }),
};
