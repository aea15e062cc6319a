import { z } from 'zod';
import { isoDate, regionName } from '../model/fields.ts';

/** Scopes that a quota is counted over. The gate adds up resources over the first five; the rest limit a single thing. */
const scopes = [
  'organization',
  'account',
  'account and Region',
  'Client VPN endpoint',
  'stack',
  'target',
  'VPC',
  'trail',
  'plan',
  'role',
  'name',
  'document',
] as const;

const figure = z.number().int().positive();

const quotaSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens')
    .describe('What organization.yaml calls it: begins with the service.'),
  name: z.string().describe('In the words of AWS.'),
  value: figure.describe('What AWS grants to everybody.'),
  inRegion: z
    .partialRecord(regionName, figure)
    .optional()
    .describe('Regions with a figure of their own. Default: the same everywhere.'),
  unit: z.string().describe('What the figure counts, in the plural.'),
  per: z.enum(scopes),
  counts: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      "CloudFormation types that use it up; '*' for all. Default: not counted, only looked up or measured.",
    ),
  watchedBy: z
    .enum(['gate', 'test'])
    .optional()
    .describe(
      'Without counts. gate: computed from the configuration; test: measured on templates. Default: nobody.',
    ),
  adjustable: z
    .union([
      z.literal(false),
      z.strictObject({
        upTo: figure.optional().describe('The most AWS grants. Default: not published.'),
        code: z
          .string()
          .regex(/^L-[0-9A-F]{8}$/, 'a code of Service Quotas such as L-FE177D64')
          .optional()
          .describe('Default: by a case to AWS Support.'),
      }),
    ])
    .describe('Whether AWS raises it on request.'),
  source: z.url(),
  confidence: z
    .enum(['H', 'M', 'L'])
    .describe('H: read on a page of AWS. M: read elsewhere. L: not read; warns and never shuts a gate.'),
  note: z.string().optional(),
});

/** `lib/quotas/services/<service>.yaml`: limits of one service of AWS, as of a day. */
export const serviceQuotasSchema = z.strictObject({
  service: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens')
    .describe('File name without extension; what every id of the file begins with.'),
  name: z.string(),
  serviceCode: z.string().describe('What Service Quotas calls the service.'),
  requestIn: regionName
    .optional()
    .describe('The one Region in which a raise is asked for. Default: the Region it is for.'),
  asOf: isoDate.describe('Day the figures were read.'),
  reviewBy: isoDate.describe('Day from which the figures are too old to build on.'),
  quotas: z.array(quotaSchema).min(1),
});

/** Quotas of one service of AWS, with source and date. */
export type ServiceQuotas = z.infer<typeof serviceQuotasSchema>;
export type Quota = ServiceQuotas['quotas'][number];
