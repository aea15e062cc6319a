import { z } from 'zod';
import { isoDate, opaqueSlug } from '../model/fields.ts';

/** `config/exceptions.yaml`: departures from a check that somebody answers for, one by one. */
export const exceptionsSchema = z.strictObject({
  exceptions: z
    .array(
      z.strictObject({
        rule: z
          .string()
          .regex(/^[A-Za-z][\w.-]*([/[].+)?$/s, 'an exact rule id such as LPO-DAT-07/object-lock-on')
          .describe('Exact id of one rule as `lpo check` prints it; never a whole control.'),
        path: z
          .string()
          .regex(
            /^[^/\s]+(\/[^/\s]+)+$/,
            'a construct path such as meridian/Network/Vpc; * is one whole segment',
          )
          .describe('Construct path, or <stack>/<logical id> where there is none.'),
        reason: z
          .string()
          .min(20)
          .describe('What makes the departure acceptable, in terms a reviewer can check.'),
        owner: opaqueSlug.describe('Team that answers for it.'),
        approver: opaqueSlug.describe('Who approved it; never the owner.'),
        expires: isoDate.describe('Last day it holds.'),
      }),
    )
    .default([]),
});
