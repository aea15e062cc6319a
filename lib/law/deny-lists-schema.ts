import { z } from 'zod';
import { countryCode, isoDate } from '../model/fields.ts';

/** `lib/law/deny-lists.yaml`: countries that must not see, hold or own. */
export const denyListsSchema = z.strictObject({
  asOf: isoDate,
  reviewBy: isoDate,
  lists: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
      title: z.string(),
      basis: z.string(),
      confidence: z.enum(['H', 'M', 'L', 'policy']),
      when: z
        .enum(['always', 'us-data', 'itar'])
        .describe('us-data: matters of US origin; itar: matters with EXPORT_ITAR.'),
      waivable: z.boolean(),
      countries: z.array(countryCode),
    }),
  ),
});

/** Countries that no data of a kind may go to, with source and dates. */
export type DenyLists = z.infer<typeof denyListsSchema>;
