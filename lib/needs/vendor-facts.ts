import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';

/** Facts that decide how much a vendor needs. */
export interface VendorFacts {
  readonly organization: Organization;
  readonly vendor: Vendor;
}
