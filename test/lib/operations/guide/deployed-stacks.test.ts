import { loadConfig } from '../../../../lib/config/load-config.ts';
import { deployedStacks } from '../../../../lib/operations/guide/deployed-stacks.ts';
import { grownVendor } from '../../../support/grown-vendor.ts';

test('a vendor of many people gets its further stack before the matters that need it', () => {
  const config = loadConfig('config');
  const [meridian] = config.vendors.filter(({ vendor }) => vendor === 'meridian');
  if (!meridian) throw new Error('got no meridian, expected one');
  const vendor = grownVendor(meridian, { matters: 3, people: 420 });
  const ids = deployedStacks(config, vendor).stacks.map(({ id }) => id);
  const at = (id: string) => ids.indexOf(`meridian/${id}`);
  expect(at('Access-2')).toBeGreaterThan(at('Access'));
  const matters = ids.flatMap((id, index) => (id.includes('/Matter-') ? [index] : []));
  expect(matters.length).toBe(3);
  expect(Math.min(...matters)).toBeGreaterThan(at('Access-2'));
  expect(new Set(ids).size).toBe(ids.length);
});

test('the stacks of a vendor depend on no date and on no bundle', () => {
  const config = loadConfig('config');
  for (const vendor of config.vendors) {
    const late = {
      ...vendor,
      people: vendor.people.map((person) => ({
        ...person,
        assignments: person.assignments.map((assignment) => ({ ...assignment, until: '2000-01-01' })),
      })),
    };
    expect(deployedStacks(config, late)).toEqual(deployedStacks(config, vendor));
  }
});
