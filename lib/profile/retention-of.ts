import type { Organization } from '../config/organization-schema.ts';
import type { Matter, Vendor } from '../config/vendor-schema.ts';
import { resolveProfile, resolveVendorProfile } from './resolve-profile.ts';

/** Days a matter's documents and their backups are kept: its own retention, or its profile's if that is longer. */
export const retentionDaysOf = (matter: Pick<Matter, 'type' | 'dataClasses' | 'retentionDays'>): number =>
  Math.max(matter.retentionDays, resolveProfile(matter).retentionFloorDays);

/** Days a vendor's logs are locked: the firm's own retention, or the highest floor of its matters. */
export const logRetentionDaysOf = (
  organization: Pick<Organization, 'logRetentionDays'>,
  vendor: Pick<Vendor, 'matters'>,
): number => Math.max(organization.logRetentionDays, resolveVendorProfile(vendor).logRetentionFloorDays);
