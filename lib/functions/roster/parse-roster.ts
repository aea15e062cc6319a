import { createHash } from 'node:crypto';
import { z } from 'zod';
import { notOnFile, type PublishedRoster, rosterFormat } from '../../model/published-roster.ts';

const id = z.string().min(1);
const day = z.iso.date();
const duty = { matter: id, function: id };
const anyOr = z.union([z.literal('any'), z.array(id).min(1)]);

const schema: z.ZodType<PublishedRoster> = z.strictObject({
  format: z.literal(rosterFormat),
  vendor: id,
  groups: z.record(id, z.strictObject(duty)),
  matters: z.record(id, z.strictObject({ accessCountries: z.array(id).min(1) })),
  sites: z.record(
    id,
    z.strictObject({ country: id, addresses: z.union([z.literal(notOnFile), z.array(id).min(1)]) }),
  ),
  walls: z.array(z.strictObject({ id, between: z.tuple([id, id]) })),
  devices: z.strictObject({
    platforms: anyOr,
    minimumClientVersion: z
      .string()
      .regex(/^\d+(\.\d+)*$/)
      .optional(),
  }),
  people: z.record(
    id,
    z.strictObject({
      country: id,
      sites: z.union([z.literal(notOnFile), z.array(id).min(1)]),
      assignments: z.array(z.strictObject({ ...duty, from: day, until: day })),
      pastMatters: z.array(id),
      devices: z.array(id).min(1).optional(),
    }),
  ),
});

/**
 * Reads a published roster and makes sure it is the one that was reviewed and deployed.
 *
 * @param expectedSha256 hash of the file as it was synthesized, 64 hexadecimal digits.
 * @throws Error when the bytes are others, the shape is unknown, or the roster is another vendor's.
 */
export function parseRoster(bytes: Uint8Array, expectedSha256: string, vendor: string): PublishedRoster {
  const got = createHash('sha256').update(bytes).digest('hex');
  if (got !== expectedSha256)
    throw new Error(`roster: got a file with SHA-256 ${got}, expected ${expectedSha256}`);
  const roster = schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (roster.vendor !== vendor) throw new Error(`roster: got that of ${roster.vendor}, expected ${vendor}`);
  return roster;
}
