import { z } from 'zod';
import { isoDate, matterId } from '../fields';
import { contractSchema, crisisPlanSchema } from './contract-schema';
import { diligenceSchema } from './diligence-schema';
import { personSchema } from './person-schema';
import { partyId, personId } from './record-fields';
import { transferSchema } from './transfer-schema';

/** A finding that somebody has decided to live with for a while. */
export const waiverSchema = z.strictObject({
  rule: z.string().regex(/^[A-Z]{2,4}-R\d{2}$/, 'the id of a rule such as JUR-R17'),
  matter: matterId.optional().describe('Default: the whole vendor.'),
  reason: z.string().min(20).max(500),
  owner: personId,
  approver: personId.describe('Another person than the owner.'),
  approvedOn: isoDate,
  expiresOn: isoDate,
});

/** Records a vendor needs beside its workspace. Which of them are needed is for the gates to say. */
export const vendorRecords = {
  diligence: diligenceSchema.optional(),
  contract: contractSchema.optional(),
  crisisPlan: crisisPlanSchema.optional(),
  viewer: z
    .enum(['workspaces', 'appstream', 'secureBrowser'])
    .optional()
    .describe('Streaming service the firm runs beside the workspace; it is not built here.'),
  affiliates: z.array(partyId).default([]).describe("The vendor's group companies in the conflict register."),
  transfers: z.array(transferSchema).default([]),
  people: z.array(personSchema).default([]),
  waivers: z.array(waiverSchema).default([]),
} as const;

export type Waiver = z.infer<typeof waiverSchema>;
