import type { Matter } from '../../config/vendor-schema.ts';
import type { YamlPath } from '../../config/yaml-file.ts';
import type { DenyLists } from '../../law/deny-lists-schema.ts';
import { countryOf, isOfUsOrigin } from '../../law/law-index.ts';
import { eachMatter, type GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { policy, type Rule } from '../rule.ts';
import { bulkCategories } from './bulk-categories.ts';

export const deniedCountries: Rule = {
  id: 'JUR-R08',
  title: 'No access from, and no ownership in, a country on an active deny list',
  severity: 'high',
  waivable: false,
  source: policy('deny lists of lib/law/deny-lists.yaml'),
  check: (context) => [
    ...eachMatter(context, (matter, at) =>
      context.config.denyLists.lists.flatMap((list) =>
        hitsOf(context, list, matter, [
          ...matter.accessCountries.map(
            (code, index): Place => [code, at('accessCountries', index), 'access'],
          ),
          ...ownership(context),
        ]),
      ),
    ),
  ],
};

type Place = [code: string, path: YamlPath, how: string];

function ownership({ vendor }: GateContext): Place[] {
  const owned = vendor.diligence?.ownership;
  if (!owned) return [];
  const at: YamlPath = ['diligence', 'ownership'];
  return [
    [owned.headquarters, [...at, 'headquarters'], 'headquarters'],
    ...owned.owners.map((code, index): Place => [code, [...at, 'owners', index], 'owner']),
    ...(vendor.diligence?.sites ?? []).map(
      (site, index): Place => [site.country, ['diligence', 'sites', index, 'country'], 'site'],
    ),
    ...vendor.people.map((person, index): Place => [person.country, ['people', index, 'country'], 'person']),
  ];
}

function hitsOf(
  context: GateContext,
  list: DenyLists['lists'][number],
  matter: Matter,
  places: readonly Place[],
): Hit[] {
  if (list.when === 'us-data' && !isOfUsOrigin(matter)) return [];
  if (list.when === 'itar' && !matter.dataClasses.includes('EXPORT_ITAR')) return [];
  const below = list.when === 'us-data' && !bulkCategories(context).some(({ reached }) => reached);
  const { asOf, reviewBy } = context.config.denyLists;
  return places
    .filter(([code]) => list.countries.includes(countryOf(code)))
    .map(([code, path, how]) => ({
      path,
      got: `${how} in ${code}, on the list "${list.title}"`,
      expected: 'no country of this list',
      fix: list.waivable
        ? 'remove the country, or waive with an approver'
        : 'remove the country; no waiver helps',
      source: { citation: list.basis, confidence: list.confidence, asOf, reviewBy },
      waivable: list.waivable,
      ...(below ? { severity: 'medium' as const } : {}),
    }));
}
