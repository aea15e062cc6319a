import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Organization, organizationSchema } from '../../lib/config/organization-schema.ts';
import { type Vendor, vendorSchema } from '../../lib/config/vendor-schema.ts';

const read = (path: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, '../../config', path), 'utf8'));

/** The shipped example configuration, through the shipped schemas. */
export const exampleOrganization = (): Organization => organizationSchema.parse(read('organization.yaml'));
export const exampleVendor = (name: 'luzon' | 'meridian'): Vendor =>
  vendorSchema.parse(read(`vendors/${name}.yaml`));
