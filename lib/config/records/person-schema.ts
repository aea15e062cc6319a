import { z } from 'zod';
import { matterFunctions } from '../../model/engagement.ts';
import { countryCode, isoDate, matterId } from '../../model/fields.ts';
import { personId, sha256 } from '../../model/ids.ts';
import { language, partyId, siteId, yesNoUnknown } from './record-fields.ts';

export const trainingTopics = [
  'privacy',
  'ethics',
  'security',
  'hipaa',
  'export-control',
  'insider',
] as const;
export type TrainingTopic = (typeof trainingTopics)[number];

const assignmentSchema = z.strictObject({
  matter: matterId,
  function: z.enum(matterFunctions),
  from: isoDate,
  until: isoDate.describe('Last day; there is no assignment without one.'),
  undertakingSha256: sha256
    .optional()
    .describe('Undertaking for this matter: protective order, insider list or clean team.'),
});

/** A person who may look at data: opaque id, no name. */
export const personSchema = z.strictObject({
  id: personId,
  employer: z.enum(['vendor', 'firm']),
  country: countryCode.describe('Where the person works.'),
  site: siteId.optional().describe("One of the vendor's sites; not for the firm's own people."),
  languages: z.array(language).min(1),
  usPerson: z.enum(['attested', 'no', 'unknown']).default('unknown'),
  coveredPerson: yesNoUnknown.default('unknown').describe('Covered person under 28 CFR 202.'),
  screening: z
    .strictObject({
      date: isoDate,
      expiresOn: isoDate,
      result: z.enum(['clear', 'adverse']),
      evidenceSha256: sha256,
    })
    .optional(),
  qualification: z
    .strictObject({ kind: z.enum(['lawyer', 'law-degree', 'paralegal', 'other']), evidenceSha256: sha256 })
    .optional(),
  confidentiality: z
    .strictObject({
      version: z.number().int().positive(),
      signedOn: isoDate,
      documentSha256: sha256,
      recordedBy: personId,
    })
    .optional()
    .describe('Signed confidentiality undertaking.'),
  training: z
    .array(
      z.strictObject({
        topic: z.enum(trainingTopics),
        completedOn: isoDate,
        expiresOn: isoDate,
        recordedBy: personId,
      }),
    )
    .default([]),
  handlingRules: z
    .strictObject({ version: z.number().int().positive(), language, acknowledgedOn: isoDate })
    .optional()
    .describe('Acknowledgement of the handling rules, in a language the person reads.'),
  assignments: z.array(assignmentSchema).min(1),
  interests: z.array(partyId).default([]).describe('Parties the person holds an interest in.'),
  priorEmployers: z.array(z.strictObject({ party: partyId, until: isoDate })).default([]),
  history: z
    .array(
      z.strictObject({
        matter: matterId,
        side: z.enum(['client', 'adverse', 'other']),
        party: partyId.describe('Whom the work was for.'),
        until: isoDate,
        sawConfidential: z.boolean(),
      }),
    )
    .default([])
    .describe('Earlier matters, here or elsewhere.'),
});

export type Person = z.infer<typeof personSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
