import type { FirmFiles } from '../../../policies/template/assembly.ts';
import { resolveCertificates } from '../../config/certificates.ts';
import type { Config } from '../../config/config.ts';

/** Parts of the firm's files that templates repeat, for the judge to compare with. */
export const firmFilesOf = ({ vendors, organization, identityProviderMetadata }: Config): FirmFiles => ({
  identityProviders: identityProviderMetadata,
  vendors: vendors.map((vendor) => ({
    vendor: vendor.vendor,
    account: vendor.account,
    regions: [vendor.region, ...(vendor.recoveryRegion === undefined ? [] : [vendor.recoveryRegion])],
    groups: vendor.matters.flatMap(({ groups }) =>
      Object.values(groups).filter((group) => group !== undefined),
    ),
    certificates: resolveCertificates(organization, vendor),
  })),
});
