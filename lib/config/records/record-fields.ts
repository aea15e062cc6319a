import { z } from 'zod';
import { countryCode, isoDate } from '../../model/fields.ts';
import { personId } from '../../model/ids.ts';

/** Opaque id of a record kept elsewhere: a register number, never a title. */
export const recordId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$/, 'a register number of 3 to 40 letters, digits, . _ -');

export const siteId = z.string().regex(/^s-[0-9a-f]{4,12}$/, 's- and 4 to 12 hexadecimal digits');

/** A party in the conflict register, `config/conflicts.yaml`. */
export const partyId = z.string().regex(/^y-[0-9a-f]{8,16}$/, 'y- and 8 to 16 hexadecimal digits');

/** Language as in BCP 47, two letters. */
export const language = z.string().regex(/^[a-z]{2}$/, 'a language code such as en or tl');

/** Approval: the deciding person and the day; never the person it is about. */
export const approval = z.strictObject({ id: recordId, approver: personId, date: isoDate });

/** Answers that a person must give; an unknown is never read as a no. */
export const yesNoUnknown = z.enum(['yes', 'no', 'unknown']);

export const countries = z.array(countryCode).min(1);
