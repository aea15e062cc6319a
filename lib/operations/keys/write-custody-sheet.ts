import { refuseUnwritable } from '../files/refuse-unwritable.ts';
import { writeWhole } from '../files/write-whole.ts';
import { custodySheet } from './custody-sheet.ts';
import { type KeyOptions, readVendorKeys } from './read-vendor-keys.ts';

/** Reads the keys of a vendor and writes the sheet about them. @param readAt ISO 8601, UTC */
export async function writeCustodySheet(
  vendor: string,
  options: KeyOptions & { readonly output: string },
  readAt: string,
): Promise<{ keys: number; differences: number }> {
  refuseUnwritable(options.output, [options.assembly]);
  const { verification, identity } = await readVendorKeys(vendor, options);
  const { account, arn: readBy } = identity;
  writeWhole(options.output, custodySheet(verification, { vendor, account, readAt, readBy }));
  return { keys: verification.pairs.length, differences: verification.differences.length };
}
