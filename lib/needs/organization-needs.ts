import type { Organization } from '../config/organization-schema.ts';
import { organizationDetectionResources } from './detection.ts';
import { organizationGuardrailResources } from './guardrails.ts';
import type { Need } from './need.ts';

/** Needs of the stage that all vendors share. */
export const organizationNeeds = (
  { accounts, homeRegion, managedByOrganization }: Organization,
  vendorRegions: readonly string[],
): readonly Need[] => [
  {
    id: 'organization/Guardrails',
    account: accounts.management,
    region: homeRegion,
    resources: organizationGuardrailResources,
  },
  ...[...new Set(vendorRegions)].sort().map((region) => ({
    id: `organization/Detection-${region}`,
    account: accounts.security,
    region,
    resources: organizationDetectionResources(managedByOrganization),
  })),
];
