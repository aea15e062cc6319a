import { z } from 'zod';
import { dataClasses } from '../../model/engagement.ts';
import { isoDate } from '../../model/fields.ts';
import { personId, sha256 } from '../../model/ids.ts';
import { approval, partyId, recordId } from './record-fields.ts';

/** Records a matter needs beside its description. Which of them are needed is for the gates to say. */
export const matterRecords = {
  dataSubjects: z
    .partialRecord(z.enum(dataClasses), z.number().int().nonnegative())
    .optional()
    .describe('Persons in twelve months, by data class; counted against bulk-data thresholds.'),
  parties: z
    .strictObject({
      client: z.array(partyId).min(1),
      adverse: z.array(partyId).default([]),
      related: z.array(partyId).default([]),
      noAdverse: approval.optional().describe('Who looked and found no adverse party.'),
    })
    .optional(),
  supervision: z
    .strictObject({
      lawyer: personId,
      everyDays: z.number().int().min(1).max(366).describe('Cadence of supervision.'),
      lastReview: isoDate,
    })
    .optional()
    .describe('The responsible lawyer and how often the work is looked at.'),
  clientAuthority: z
    .strictObject({ id: recordId, date: isoDate, documentSha256: sha256 })
    .optional()
    .describe("The client's consent to outsourcing, and to the vendor as processor."),
  impactAssessment: z
    .strictObject({ id: recordId, approver: personId, date: isoDate, nextReview: isoDate })
    .optional()
    .describe('Data protection impact assessment (DPIA).'),
  storagePlaceReason: approval.optional().describe('Why data is stored outside its place of origin.'),
  recoveryPlaceReason: approval.optional().describe('Why copies leave the jurisdiction.'),
  logPlaceDecision: approval.optional().describe('How a clash over the place of logs was resolved.'),
  quebecAssessment: approval.optional().describe('Assessment under ARPPIPS s.17.'),
  section57Authorisation: approval.optional().describe('POPIA prior authorisation.'),
  secrecyUndertaking: approval.optional().describe('BRAO s.43e undertaking in text form, with the note.'),
  medicareOrMedicaid: z.boolean().optional(),
  planConsent: approval.optional().describe("The plan's consent to offshore work."),
  exportClassification: z
    .strictObject({ id: recordId, approver: personId, date: isoDate })
    .optional()
    .describe('Export classification of what the matter holds.'),
  exportClearance: z
    .strictObject({ id: recordId, date: isoDate, expiresOn: isoDate })
    .optional()
    .describe('Licence or clearance to send controlled or unfiled material abroad.'),
  secrecyOrder: z.boolean().optional().describe('Whether a secrecy order covers the invention.'),
  cardholderTokenised: approval.optional().describe('Approval to hold card data, as tokens only.'),
} as const;
