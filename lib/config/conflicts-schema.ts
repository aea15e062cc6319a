import { z } from 'zod';
import { isoDate, matterId } from '../model/fields.ts';
import { personId, sha256 } from '../model/ids.ts';
import { partyId, recordId } from './records/record-fields.ts';

/**
 * A party without its name. Tokens are HMAC-SHA-256 of the name under a key that never enters the
 * repository; `lpo parties` makes them.
 */
const partySchema = z.strictObject({
  id: partyId,
  exact: z.array(sha256).min(1).describe('Tokens of the name and its aliases.'),
  near: z.array(sha256).default([]).describe('Tokens of spellings and sounds that come close.'),
  parent: partyId.optional(),
  affiliates: z.array(partyId).default([]),
});

const wallSchema = z.strictObject({
  id: z.string().regex(/^w-[0-9a-f]{4,12}$/, 'w- and 4 to 12 hexadecimal digits'),
  sideA: z.array(matterId).min(1),
  sideB: z.array(matterId).min(1),
  basis: z.string().min(3),
  from: isoDate,
  until: isoDate.optional().describe('Default: for ever.'),
  approver: personId,
  noticeSentOn: isoDate,
  certifiedOn: isoDate.describe('Last certification that the wall holds.'),
  certifyEveryDays: z.number().int().min(1).max(366),
  acknowledgements: z.array(z.strictObject({ person: personId, date: isoDate })).default([]),
});

const decisionSchema = z.strictObject({
  id: recordId,
  rule: z.string().regex(/^COI-R\d{2}$/, 'the id of a conflict rule such as COI-R04'),
  matters: z.array(matterId).min(1),
  parties: z.array(partyId).default([]),
  persons: z.array(personId).default([]),
  outcome: z.enum(['clear', 'wall', 'consent', 'decline']),
  decidedBy: personId,
  requestedBy: personId,
  date: isoDate,
  expiresOn: isoDate,
  consentSha256: sha256.optional().describe('Informed consent in writing.'),
});

/** `config/conflicts.yaml`: the conflict register of the firm, over all vendors. */
export const conflictsSchema = z.strictObject({
  coolingOffMonths: z.number().int().min(0).max(120).describe('Same counterparty, unrelated matter.'),
  parties: z.array(partySchema),
  relatedMatters: z
    .array(z.array(matterId).min(2))
    .default([])
    .describe('Same or substantially related matters: no cooling-off ends these.'),
  walls: z.array(wallSchema),
  decisions: z.array(decisionSchema),
});

/** The conflict register: parties as tokens, walls, decisions. */
export type Conflicts = z.infer<typeof conflictsSchema>;
export type Party = z.infer<typeof partySchema>;
export type Wall = z.infer<typeof wallSchema>;
export type Decision = z.infer<typeof decisionSchema>;
