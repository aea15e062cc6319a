import type { Hit } from '../hit.ts';
import { policy } from '../rule.ts';
import { personRule } from './person-rule.ts';

export const placeOfWork = personRule({
  id: 'PPL-R09',
  title: 'People work from a country the matter allows, vendor staff at a registered site',
  severity: 'high',
  waivable: false,
  source: policy('source binding, LPO-VEN-03'),
  checkPosting: ({ vendor }, { person, matter, at }): Hit[] => {
    const hits: Hit[] = [];
    if (!matter.accessCountries.includes(person.country))
      hits.push({
        path: at('country'),
        got: `${person.id}: works in ${person.country}, ${matter.id} allows ${matter.accessCountries.join(', ')}`,
        expected: 'one of those countries',
        fix: 'add the country to the matter, so that the transfer is assessed, or end the assignment',
      });
    const site = vendor.diligence?.sites.find(({ id }) => id === person.site);
    if (person.employer === 'vendor' && site?.country !== person.country)
      hits.push({
        path: person.site ? at('site') : at(),
        got: `${person.id}: ${site ? `site ${site.id} in ${site.country}, works in ${person.country}` : 'no site'}`,
        expected: `a registered site in ${person.country}`,
        fix: 'record the site the person works at',
      });
    return hits;
  },
});
