import type { App } from 'aws-cdk-lib';
import { resolveCertificates } from '../config/certificates';
import type { Config } from '../config/config';
import { OrganizationStage } from './organization-stage';
import { VendorStage } from './vendor-stage';

/** Id of the stage for what all vendors share. */
export const organizationStageId = 'organization';

/**
 * Adds the organization's stage and one stage for each vendor.
 *
 * @param only slugs of the vendors to build; default all. A vendor's stage is the same bytes
 *   either way.
 */
export function addStages(app: App, config: Config, only?: readonly string[]): void {
  const { organization, identityProviderMetadata } = config;
  new OrganizationStage(app, organizationStageId, { organization });
  for (const vendor of config.vendors) {
    if (only && !only.includes(vendor.vendor)) continue;
    new VendorStage(app, vendor.vendor, {
      organization,
      vendor,
      certificates: resolveCertificates(organization, vendor),
      identityProviderMetadata,
    });
  }
}
