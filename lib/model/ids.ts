import { z } from 'zod';

/** Opaque id of a person: p- and hexadecimal digits, so that no name fits into it. */
export const personPattern = 'p-[0-9a-f]{6,12}';
export const personId = z
  .string()
  .regex(new RegExp(`^${personPattern}$`), 'p- and 6 to 12 hexadecimal digits');

/** Id of an incident, given by whoever opens it. */
export const incidentId = z.string().regex(/^inc-[0-9a-f]{6,16}$/, 'an incident id such as inc-20a1f3');

/** SHA-256 of a document, a plan, a record. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 lower-case hexadecimal digits');

/** Id of a duty to notify; it becomes part of a file name. */
export const dutyId = z.string().regex(/^[A-Za-z0-9-]{2,60}$/, 'the id of a duty such as GB-ico');
