import { z } from 'zod';
import { countryCode, isoDate, siteCidr } from '../../model/fields.ts';
import { personId, sha256 } from '../../model/ids.ts';
import { recordId, siteId, yesNoUnknown } from './record-fields.ts';

/** Questions a firm asks a vendor before work is sent; the first seven are the questions every client asks. */
export const diligenceTopics = [
  'qualifications',
  'selection',
  'confidentiality-agreements',
  'supervision',
  'data-protection-procedures',
  'physical-security',
  'conflict-system',
  'security',
  'finances',
  'references',
  'breach-history',
  'insurance',
  'certificates',
  'recovery-plan',
  'subprocessors',
] as const;

export type DiligenceTopic = (typeof diligenceTopics)[number];

const diligenceRecord = z.strictObject({
  topic: z.enum(diligenceTopics),
  date: isoDate,
  expiresOn: isoDate,
  evidenceSha256: sha256,
  approver: personId,
  outcome: z.enum(['satisfactory', 'adverse']),
  acceptance: z
    .strictObject({ id: recordId, approver: personId, date: isoDate })
    .optional()
    .describe('Adverse outcome: who accepted it in writing.'),
});

const breachRecord = z.strictObject({
  date: isoDate,
  nature: z.enum(['loss', 'disclosure', 'intrusion', 'unavailability']),
  remediationSha256: sha256.describe('Evidence of what was done about it.'),
  acceptedBy: personId,
});

const siteRecord = z.strictObject({
  id: siteId,
  country: countryCode,
  addresses: z
    .union([z.literal('not-on-file'), z.array(siteCidr).min(1)])
    .describe(
      'Public ranges people there reach the internet from; the connect handler admits no other address. not-on-file: it goes by the country on record.',
    ),
  attestation: z
    .strictObject({ date: isoDate, expiresOn: isoDate, evidenceSha256: sha256, approver: personId })
    .describe('Clean room, no telephones, cameras, badges.'),
});

/** Diligence record: the firm's knowledge about a vendor. Presence, dates and hashes are checked; the documents are not. */
export const diligenceSchema = z.strictObject({
  riskTier: z.enum(['standard', 'high', 'restricted']).describe('Sets the interval of re-attestation.'),
  records: z.array(diligenceRecord),
  references: z.array(z.strictObject({ id: recordId, date: isoDate })).default([]),
  breaches: z.array(breachRecord).default([]),
  sites: z.array(siteRecord).default([]),
  subprocessors: z
    .array(z.strictObject({ id: recordId, country: countryCode, approvedOn: isoDate, approver: personId }))
    .default([]),
  ownership: z.strictObject({
    headquarters: countryCode,
    owners: z.array(countryCode).min(1).describe('Countries of owners with a quarter or more.'),
    coveredPerson: yesNoUnknown.describe('Covered person under 28 CFR 202.'),
  }),
});
