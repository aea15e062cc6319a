import type { RegionService } from '../../law/regions-schema.ts';
import type { Rule } from '../rule.ts';
import { statute } from '../rule.ts';

export const regionServices: Rule = {
  id: 'JUR-R17',
  title: 'AWS offers in the region what the workspace needs',
  severity: 'high',
  waivable: true,
  source: statute('endpoint data of lib/law/regions.yaml', 'M'),
  check: ({ vendor, config }) => {
    const table = config.regions.regions[vendor.region];
    if (!table) return []; // JUR-R02 reports it
    const needs: RegionService[] = ['guardDuty'];
    if (config.organization.managedByOrganization.macie) needs.push('macie');
    if (vendor.viewer) needs.push(vendor.viewer);
    return needs
      .filter((service) => !table.offers.includes(service))
      .map((service) => ({
        path: service === vendor.viewer ? ['viewer'] : ['region'],
        got: `${service} in ${vendor.region}, which has no endpoint there`,
        expected: `a region that offers ${service}`,
        fix: 'choose another region, or confirm the endpoint with AWS and mend the table',
      }));
  },
};
