import { z } from 'zod';
import { isoDate, lawCode, opaqueSlug } from '../../model/fields.ts';
import { personId, sha256 } from '../../model/ids.ts';
import { countries, recordId } from './record-fields.ts';

/** Clauses an outsourcing contract needs; the gate says which laws ask for which. */
export const contractClauses = [
  'confidentiality',
  'appropriate-use',
  'instructions-only',
  'security-measures',
  'audit-rights',
  'regulator-inspection',
  'breach-notification',
  'subprocessor-consent',
  'assist-data-subjects',
  'return-and-deletion',
  'insurance',
  'penalties',
  'dispute-resolution',
  'ccpa-service-provider',
  'hipaa-business-associate',
  'data-security-cisa',
] as const;

export type ContractClause = (typeof contractClauses)[number];

export const contractSchema = z.strictObject({
  id: recordId,
  documentSha256: sha256,
  signedOn: isoDate,
  expiresOn: isoDate,
  noticeHours: z
    .number()
    .int()
    .min(1)
    .max(720)
    .describe('Hours in which the vendor must report a breach to the firm.'),
  clauses: z
    .array(z.enum(contractClauses))
    .describe('Clauses the signed contract holds, as read by the person who approved it.'),
  approver: personId,
});

/** Crisis plan: people to call, and where, when it goes wrong. */
export const crisisPlanSchema = z.strictObject({
  id: recordId,
  documentSha256: sha256,
  internalTargetHours: z
    .number()
    .int()
    .min(1)
    .max(720)
    .optional()
    .describe("The firm's own target where a law says only 'as soon as possible'."),
  drilledOn: isoDate,
  drillEveryDays: z.number().int().min(30).max(366),
  killSwitchDrill: z
    .union([
      z.strictObject({ on: isoDate, manifestSha256: sha256.describe('The custody manifest of the drill.') }),
      z.strictObject({ firstDueBy: isoDate.describe('Before the first deployment there is no switch.') }),
    ])
    .describe('The last drill of the kill switch against the canary; due again as the plan is.'),
  counsel: z
    .array(
      z.strictObject({
        countries,
        id: recordId,
        verifiedOn: isoDate.describe('Day somebody made sure that the contact answers.'),
        verifyEveryDays: z.number().int().min(1).max(366),
      }),
    )
    .min(1)
    .describe('Local counsel, by country of access.'),
  notices: z
    .array(
      z.strictObject({
        laws: z.array(lawCode).min(1),
        template: recordId.describe('The notice, ready to be filled in, as an annex of the plan.'),
        owner: opaqueSlug.describe('Team that answers for every notification that this law asks for.'),
      }),
    )
    .default([])
    .describe('Who tells the recipients of a breach notice, with which text, by law.'),
});
