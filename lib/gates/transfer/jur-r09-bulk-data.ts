import type { YamlPath } from '../../config/yaml-file.ts';
import type { GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';
import { bulkCategories } from './bulk-categories.ts';

export const bulkData: Rule = {
  id: 'JUR-R09',
  title: 'Bulk US sensitive data never reaches a covered person',
  severity: 'high',
  waivable: false,
  source: statute('28 CFR 202.205'),
  check: (context) => [...uncountedHits(context), ...thresholdHits(context)],
};

function uncountedHits(context: GateContext): Hit[] {
  const reported = new Set<string>();
  return bulkCategories(context).flatMap(({ threshold, uncounted }) =>
    uncounted
      .filter(
        ({ id }) =>
          !reported.has(`${id} ${threshold.category}`) && reported.add(`${id} ${threshold.category}`),
      )
      .map((matter) => ({
        matter: matter.id,
        path: ['matters', context.vendor.matters.indexOf(matter), 'dataClasses'],
        got: `${threshold.category} of an unknown number of persons`,
        expected: `dataSubjects for ${threshold.dataClasses.filter((name) => matter.dataClasses.includes(name)).join(', ')}`,
        fix: 'estimate the persons in twelve months; the total over all matters counts',
      })),
  );
}

function thresholdHits(context: GateContext): Hit[] {
  const people = covered(context);
  return bulkCategories(context)
    .filter(({ total, threshold }) => total > threshold.moreThan)
    .flatMap(({ total, threshold }) =>
      people.map(([who, status, path]) => ({
        path,
        got: `${who} is ${status === 'yes' ? 'a covered person' : 'not known to be no covered person'}; ${total} persons in ${threshold.category}`,
        expected: `no covered person above ${threshold.moreThan} persons`,
        fix: 'establish the status and record it, or move the data',
      })),
    );
}

/** Everybody whose status is yes or unknown. */
function covered({ vendor }: GateContext): [who: string, status: string, path: YamlPath][] {
  const owner = vendor.diligence?.ownership.coveredPerson ?? 'unknown';
  const all: [string, string, YamlPath][] = [
    ['the vendor', owner, vendor.diligence ? ['diligence', 'ownership', 'coveredPerson'] : []],
    ...vendor.people.map((person, index): [string, string, YamlPath] => [
      person.id,
      person.coveredPerson,
      ['people', index],
    ]),
  ];
  return all.filter(([, status]) => status !== 'no');
}
