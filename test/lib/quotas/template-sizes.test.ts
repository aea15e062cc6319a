import { loadConfig } from '../../../lib/config/load-config.ts';
import { dataClasses } from '../../../lib/model/engagement.ts';
import { vendorNeeds } from '../../../lib/needs/vendor-needs.ts';
import { assemblyOf } from '../../support/assembly-of.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { grownConfig } from '../../support/grown-vendor.ts';
import { templateSizes } from './template-sizes.ts';

const config = loadConfig('config');
const every = config.quotas.flatMap(({ quotas }) => quotas);
const figureOf = (id: string): number => {
  const quota = every.find((one) => one.id === id);
  if (!quota) throw new Error(`${id}: got no such quota, expected one of lib/quotas`);
  return quota.value;
};

test('a quota that a test watches is watched here, one that the gate watches is in the model', () => {
  const watchedBy = (who: string) => every.filter((quota) => quota.watchedBy === who).map(({ id }) => id);
  expect(Object.keys(templateSizes).sort()).toEqual(watchedBy('test').sort());
  const { organization, vendors } = config;
  const measured = vendors
    .flatMap((vendor) => vendorNeeds({ organization, vendor }))
    .flatMap(({ measures = [] }) => measures.map(({ quota }) => quota));
  expect([...new Set(measured)].sort()).toEqual(watchedBy('gate').sort());
});

/** As large as GuardDuty lets a vendor become: 24 zones. */
const grown = assemblyOf(grownConfig(config, 'meridian', { matters: 16, people: 1000 }), {
  only: ['meridian'],
});

test.each(Object.entries(templateSizes))('%s', (id, measure) => {
  for (const assembly of [exampleAssembly(), grown]) {
    expect(measure(assembly)).toBeGreaterThan(0);
    expect(measure(assembly)).toBeLessThanOrEqual(figureOf(id));
  }
});

test('a tag holds every class of data at once', () => {
  expect(dataClasses.join('+').length).toBeLessThanOrEqual(figureOf('iam-tag-value'));
});
