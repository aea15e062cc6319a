import type { App } from 'aws-cdk-lib';
import { resolveCertificates } from '../config/certificates.ts';
import type { Config } from '../config/config.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { gateContexts } from '../gates/gate-contexts.ts';
import { eligiblePeople } from '../gates/people/eligible-people.ts';
import { rosterPeople } from '../gates/people/roster-people.ts';
import { breachDutiesOf } from '../profile/breach-duties-of.ts';
import { OrganizationStage } from './organization-stage.ts';
import { VendorStage, type VendorStageProps } from './vendor-stage.ts';

/** Id of the stage for what all vendors share. */
const organizationStageId = 'organization';

/**
 * Adds the organization's stage and one stage for each vendor.
 *
 * @param asOf calendar date, YYYY-MM-DD: whose records have expired by then is authorized for nothing.
 * @param only slugs of the vendors to build; default all. A vendor's stage is the same bytes
 *   either way.
 */
export function addStages(app: App, config: Config, asOf: string, only?: readonly string[]): void {
  addOrganization(app, config);
  for (const context of gateContexts(config, asOf)) {
    const { vendor, law } = context;
    if (only && !only.includes(vendor.vendor)) continue;
    addVendor(app, config, vendor, {
      duties: breachDutiesOf(vendor, law),
      eligible: eligiblePeople(context),
      people: rosterPeople(context),
    });
  }
}

/** Adds the organization's stage and that of one vendor with nobody on its roster: the same stacks, on any day. */
export function addStagesWithoutPeople(app: App, config: Config, vendor: Vendor): void {
  addOrganization(app, config);
  addVendor(app, config, vendor, {
    duties: [],
    eligible: new Map(),
    people: { people: {}, sites: {}, walls: [] },
  });
}

const addOrganization = (app: App, { organization, vendors }: Config) =>
  new OrganizationStage(app, organizationStageId, {
    organization,
    vendorRegions: vendors.map(({ region }) => region),
  });

const addVendor = (
  app: App,
  { organization, identityProviderMetadata }: Config,
  vendor: Vendor,
  roster: Pick<VendorStageProps, 'duties' | 'eligible' | 'people'>,
) =>
  new VendorStage(app, vendor.vendor, {
    organization,
    vendor,
    certificates: resolveCertificates(organization, vendor),
    identityProviderMetadata,
    ...roster,
  });
