import { z } from 'zod';
import { dataClasses } from '../model/engagement.ts';
import { countryCode, isoDate, lawCode } from '../model/fields.ts';

/**
 * Confidence of the research. H: statute text or two independent sources read. M: one secondary source.
 * L: not checked; may warn, never blocks. A `†` in a basis has the effect of L.
 */
export const confidence = z.enum(['H', 'M', 'L']);

/** Kinds of safeguard a transfer can rest on. */
export const mechanismKinds = [
  'scc',
  'idta',
  'uk-addendum',
  'bcr',
  'dpf',
  'local-scc',
  'contract',
  'certification',
  'consent',
  'authorisation',
  'derogation',
] as const;

const days = z.number().int().positive();

const clockSchema = z.strictObject({
  recipient: z.string().describe('Authority or person that must be notified.'),
  role: z.enum(['controller', 'processor', 'any']).describe('Whose duty it is.'),
  duty: z.string().describe('The period in the words of the law.'),
  hours: days.optional(),
  calendarDays: days.optional(),
  businessDays: days.optional(),
  condition: z.string().optional().describe('When the duty exists at all.'),
  force: z
    .enum(['law', 'guidance', 'draft'])
    .default('law')
    .describe('Guidance and drafts are printed and never bound anything.'),
  basis: z.string(),
  confidence,
  effectiveFrom: isoDate.optional(),
  toAuthority: z.boolean().describe('Whether the recipient is, or includes, a public authority.'),
});

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const businessDaysSchema = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, 'a time zone such as America/Sao_Paulo')
    .describe('Where a day begins and ends, as the IANA names it.'),
  weekend: z.array(z.enum(weekdays)).min(1).max(3),
  holidays: z
    .array(isoDate)
    .default([])
    .describe('Public holidays everybody has. Default: none known, which can only bring a deadline forward.'),
  basis: z.string(),
  confidence,
});

const adequateSchema = z.strictObject({
  place: countryCode.describe('Destination, or the code of a jurisdiction such as EU.'),
  confidence,
  limit: z.string().optional().describe('What the decision does not cover.'),
  requires: z.enum(mechanismKinds).optional().describe('A record without which the decision does not help.'),
  until: isoDate.optional(),
  basis: z.string().optional(),
});

const transfersSchema = z.strictObject({
  rule: z
    .enum(['open', 'accountability', 'restricted', 'refused'])
    .describe('open: nothing needed; accountability or restricted: adequacy or a mechanism; refused: never.'),
  summary: z.string(),
  basis: z.string(),
  confidence,
  accepts: z.array(z.enum(mechanismKinds)).default([]),
  adequate: z.array(adequateSchema).default([]),
});

/** `lib/law/jurisdictions/<code>.yaml`, or a firm's own `config/law/<code>.yaml`: what one jurisdiction asks for. */
export const jurisdictionSchema = z.strictObject({
  code: lawCode,
  name: z.string(),
  law: z.string(),
  kind: z
    .enum(['territory', 'overlay'])
    .describe('An overlay adds duties for some data classes inside a territory.'),
  territory: z.string().describe('Places of one territory exchange data without a transfer.'),
  covers: z.array(countryCode).default([]).describe('Further codes this file speaks for.'),
  appliesTo: z.array(z.enum(dataClasses)).optional().describe('Overlay only: data classes it concerns.'),
  asOf: isoDate.describe('Day the facts were checked.'),
  reviewBy: isoDate.describe('Day from which the facts are too old to build on.'),
  confidence,
  clocks: z.array(clockSchema),
  businessDays: businessDaysSchema
    .optional()
    .describe('Which days count where a clock runs in business days. Default: every day counts.'),
  transfers: transfersSchema,
  localisation: z.string().describe('Duties to keep data or logs inside, in words.'),
  retention: z
    .array(
      z.strictObject({
        what: z.string(),
        days,
        inside: z.boolean().default(false).describe('Whether it must be kept inside the jurisdiction.'),
        basis: z.string(),
        confidence,
        effectiveFrom: isoDate.optional(),
        dataClasses: z.array(z.enum(dataClasses)).optional(),
        condition: z.string().optional().describe('When the duty exists at all; printed, not judged.'),
      }),
    )
    .default([]),
  bulkThresholds: z
    .array(
      z.strictObject({
        category: z.string(),
        dataClasses: z.array(z.enum(dataClasses)).min(1),
        moreThan: days.describe('Persons within twelve months.'),
        basis: z.string(),
        confidence,
      }),
    )
    .default([]),
  note: z.string().optional(),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

export { weekdays };
/** Law of one country or state, dated. */
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;
export type Clock = Jurisdiction['clocks'][number];
