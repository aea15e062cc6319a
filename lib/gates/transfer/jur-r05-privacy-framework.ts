import { countryOf } from '../../law/law-index.ts';
import { daysBetween } from '../../model/days.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

const maxListingAgeDays = 90;

export const privacyFramework: Rule = {
  id: 'JUR-R05',
  title: 'The Data Privacy Framework serves listed US recipients only',
  severity: 'high',
  waivable: false,
  source: statute('Decision (EU) 2023/1795'),
  check: ({ vendor, asOf, law }) =>
    vendor.transfers.flatMap((transfer, index): Hit[] => {
      if (transfer.kind !== 'dpf') return [];
      const at = ['transfers', index];
      const hits: Hit[] = [];
      if (countryOf(transfer.destination) !== 'US')
        hits.push({
          path: [...at, 'destination'],
          got: `${transfer.id}: destination ${transfer.destination}`,
          expected: 'destination US',
          fix: 'record a mechanism that covers this country',
        });
      const checked = transfer.listingCheckedOn;
      if (!checked || checked > asOf || daysBetween(checked, asOf) > maxListingAgeDays)
        hits.push({
          path: checked ? [...at, 'listingCheckedOn'] : at,
          got: `${transfer.id}: listing ${checked ? `looked up on ${checked}` : 'never looked up'}`,
          expected: `a look-up in the ${maxListingAgeDays} days before ${asOf}`,
          fix: 'look up the recipient and record the day',
        });
      const holdsHr = vendor.matters.some(
        (matter) =>
          matter.dataClasses.includes('PAYROLL_HR') &&
          matter.origins.some(
            (origin) => origin === transfer.origin || law.of(origin)?.code === transfer.origin,
          ),
      );
      if (holdsHr && !transfer.coversHumanResources)
        hits.push({
          path: at,
          got: `${transfer.id}: a matter with PAYROLL_HR and no HR certification`,
          expected: 'coversHumanResources: true',
          fix: 'check the certification, or record standard clauses',
        });
      const fallback = vendor.transfers.some(
        (other) =>
          ['scc', 'idta', 'uk-addendum'].includes(other.kind) &&
          other.origin === transfer.origin &&
          other.destination === transfer.destination,
      );
      if (!fallback)
        hits.push({
          path: at,
          got: `${transfer.id}: no standard clauses to fall back on`,
          expected: 'signed clauses in reserve; appeal C-703/25 P was pending in June 2026',
          fix: 'sign and record standard clauses',
          severity: 'medium',
        });
      return hits;
    }),
};
