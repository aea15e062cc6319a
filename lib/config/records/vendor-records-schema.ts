import { z } from 'zod';
import { isoDate, matterId } from '../../model/fields.ts';
import { personId } from '../../model/ids.ts';
import { contractSchema, crisisPlanSchema } from './contract-schema.ts';
import { diligenceSchema } from './diligence-schema.ts';
import { personSchema } from './person-schema.ts';
import { partyId } from './record-fields.ts';
import { transferSchema } from './transfer-schema.ts';

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
  diligence: diligenceSchema.optional().describe('What the firm found out about the vendor.'),
  contract: contractSchema.optional().describe('The signed contract and the clauses it holds.'),
  crisisPlan: crisisPlanSchema.optional().describe('Who is called, and where, when it goes wrong.'),
  viewer: z
    .enum(['workspaces', 'appstream', 'secureBrowser'])
    .optional()
    .describe('Streaming service the firm runs beside the workspace; it is not built here.'),
  affiliates: z.array(partyId).default([]).describe("The vendor's group companies in the conflict register."),
  transfers: z
    .array(transferSchema)
    .default([])
    .describe('Mechanisms for data that leaves its origin; viewing counts.'),
  people: z.array(personSchema).default([]).describe('Everybody who may look at data, by opaque id.'),
  waivers: z.array(waiverSchema).default([]).describe('Findings somebody lives with for a while.'),
} as const;

export type Waiver = z.infer<typeof waiverSchema>;
