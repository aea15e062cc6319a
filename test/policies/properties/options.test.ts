import { loadConfig } from '../../../lib/config/load-config.ts';
import type { Matter, Vendor } from '../../../lib/config/vendor-schema.ts';
import { withOwnDetection } from '../../../tools/mutation/own-detection.ts';
import { assemblyOf } from '../../support/assembly-of.ts';
import { grownConfig } from '../../support/grown-vendor.ts';
import { heardBy } from '../../support/heard-by.ts';

const shipped = loadConfig('config');
const meridian = (change: (vendor: Vendor) => Partial<Vendor>): typeof shipped => ({
  ...shipped,
  vendors: shipped.vendors.map((vendor) =>
    vendor.vendor === 'meridian' ? { ...vendor, ...change(vendor) } : vendor,
  ),
});
const matters = (change: (matter: Matter) => Partial<Matter>) =>
  meridian((vendor) => ({ matters: vendor.matters.map((matter) => ({ ...matter, ...change(matter) })) }));
const { organization } = shipped;

/** What the product's own options make, beside the shipped examples. */
test.each(
  Object.entries({
    'detection of its own': withOwnDetection(shipped),
    'a trail of the organization': {
      ...shipped,
      organization: {
        ...organization,
        managedByOrganization: { ...organization.managedByOrganization, trail: true },
      },
    },
    'logs for a year': { ...shipped, organization: { ...organization, logRetentionDays: 365 } },
    'three zones': meridian(() => ({
      availabilityZones: ['eu-west-2a', 'eu-west-2b', 'eu-west-2c'],
      network: { vpcCidr: '10.20.0.0/20', clientCidr: '10.120.0.0/20' },
    })),
    'the least of data, for the least of time': matters(() => ({
      dataClasses: ['CONFIDENTIAL_COMMERCIAL'],
      retentionDays: 30,
    })),
    'health and card data, for a century': matters(() => ({
      dataClasses: ['PHI', 'CARDHOLDER', 'PRIVILEGED'],
      retentionDays: 36_500,
    })),
    'five matters': grownConfig(shipped, 'meridian', { matters: 5, people: 40 }),
  }),
)('%s: every property is listed', (_name, config) => {
  const assembly = assemblyOf(config, { only: ['meridian'] });
  expect(assembly.stacks.length).toBeGreaterThan(10);
  expect(heardBy('LPO-GOV-01/only-properties-the-judge-knows', assembly)).toEqual([]);
});
