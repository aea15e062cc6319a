import { z } from 'zod';
import { mechanismKinds } from '../../law/jurisdiction-schema.ts';
import { countryCode, isoDate } from '../../model/fields.ts';
import { personId, sha256 } from '../../model/ids.ts';
import { recordId } from './record-fields.ts';

/** A recorded safeguard for data of one origin seen from, or stored in, one destination. */
export const transferSchema = z.strictObject({
  id: recordId,
  origin: countryCode,
  destination: countryCode,
  kind: z.enum(mechanismKinds),
  documentSha256: sha256,
  signedOn: isoDate,
  expiresOn: isoDate,
  approver: personId,
  module: z.enum(['M1', 'M2', 'M3', 'M4']).optional().describe('Module of the EU clauses.'),
  roles: z
    .enum(['c2c', 'c2p', 'p2p', 'p2c'])
    .optional()
    .describe('Who exports and imports: c for controller, p for processor.'),
  swissAmendments: z.boolean().default(false),
  impactAssessment: z
    .strictObject({ id: recordId, approver: personId, date: isoDate, nextReview: isoDate })
    .optional()
    .describe('Transfer impact or risk assessment.'),
  listingCheckedOn: isoDate.optional().describe('Data Privacy Framework: day the listing was looked up.'),
  coversHumanResources: z.boolean().default(false).describe('Data Privacy Framework: HR certification.'),
  oneOff: z.boolean().default(false).describe('Derogation: for one set of transfers, not a standing basis.'),
});

export type Transfer = z.infer<typeof transferSchema>;
