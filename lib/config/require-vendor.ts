import { type Finding, inputFinding, UnusableInputError } from '../model/finding.ts';
import type { Config } from './config.ts';
import type { Vendor } from './vendor-schema.ts';

/** The finding "no such vendor". @param place folder that was searched: a configuration, an assembly */
export const unknownVendor = (slug: string, known: readonly string[], place: string): Finding =>
  inputFinding({
    ...{ code: 'UNKNOWN-VENDOR', where: { name: place } },
    got: `vendor ${slug}`,
    expected: `one of ${known.join(', ')}`,
    fix: 'correct the vendor, or add it there',
  });

/** A vendor of the configuration. @throws UnusableInputError naming those that there are */
export function requireVendor({ vendors, directory }: Config, slug: string): Vendor {
  const vendor = vendors.find((each) => each.vendor === slug);
  if (vendor) return vendor;
  const known = vendors.map((each) => each.vendor);
  throw new UnusableInputError([unknownVendor(slug, known, directory)]);
}
