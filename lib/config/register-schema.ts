import { z } from 'zod';
import { isoDate, matterId, opaqueSlug, vendorId } from '../model/fields.ts';
import { sha256 } from '../model/ids.ts';

const scope = matterId.optional().describe('Absent: the whole vendor.');
const reference = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,63}$/, 'an opaque reference of 3 to 64 characters');

/**
 * `config/registers/<vendor>.yaml`: what stands in the way of an end: holds, incidents, what was returned.
 *
 * Every list is required, so that "none" is a statement somebody made.
 */
export const registerSchema = z.strictObject({
  vendor: vendorId,
  holds: z
    .array(
      z.strictObject({
        id: reference,
        matter: scope,
        since: isoDate,
        released: isoDate.optional().describe('Absent: the hold stands.'),
      }),
    )
    .describe('Legal holds. They beat every retention end.'),
  incidents: z
    .array(
      z.strictObject({
        id: reference,
        matter: scope,
        opened: isoDate,
        closed: isoDate.optional().describe('Absent: the incident is open.'),
      }),
    )
    .describe('Security incidents; evidence may be in the data.'),
  ended: z
    .array(
      z.strictObject({
        matter: matterId,
        closed: isoDate.describe('Day the matter closed.'),
        returned: z
          .strictObject({
            manifest: sha256.describe('SHA-256 of the receipt.'),
            on: isoDate,
            to: opaqueSlug,
          })
          .optional()
          .describe('What was returned through the release gateway.'),
        nothingToReturn: z
          .strictObject({ reason: z.string().min(10).max(500), approver: reference })
          .optional(),
      }),
    )
    .describe('Matters that have ended.'),
});

export type Register = z.infer<typeof registerSchema>;
