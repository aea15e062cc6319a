import { z } from 'zod';
import type { KillSwitchRequest } from '../../model/kill-switch.ts';
import { canary } from '../../model/names.ts';

const schema = z.strictObject({
  incident: z.string().regex(/^inc-[0-9a-f]{6,16}$/, 'an incident id such as inc-20a1f3'),
  vendor: z.string(),
  scope: z.enum(['vendor', 'matter', 'person']),
  id: z.string().optional(),
  requestedBy: z.string().regex(/^p-[0-9a-f]{6,12}$/, 'the id of a person'),
  requestedAt: z.iso.datetime(),
  drill: z.boolean(),
});

/** A request that cannot be carried out as it stands; nothing has been touched. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/**
 * True where this switch can do what is asked.
 *
 * @throws BadRequest with everything that is wrong.
 */
export function checkRequest(
  request: unknown,
  vendor: string,
  matters: readonly string[],
): KillSwitchRequest {
  const parsed = schema.safeParse(request);
  if (!parsed.success)
    throw new BadRequest(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`).join('; '),
    );
  const { data } = parsed;
  const faults = [
    data.vendor === vendor || `vendor: got ${data.vendor}, expected ${vendor}, the vendor of this switch`,
    data.scope !== 'vendor' ||
      data.id === undefined ||
      `id: got ${data.id}, expected none for a whole vendor`,
    data.scope !== 'person' ||
      /^p-[0-9a-f]{6,12}$/.test(data.id ?? '') ||
      `id: got ${data.id}, expected a person`,
    data.scope !== 'matter' ||
      data.drill ||
      matters.includes(data.id ?? '') ||
      `id: got ${data.id}, expected one of ${matters.join(', ')}`,
    (data.scope === 'matter' && data.id === canary) === data.drill ||
      `drill: got ${data.drill}, expected a drill to name matter ${canary} and nothing else to do so`,
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) throw new BadRequest(faults.join('; '));
  return data;
}
