import { z } from 'zod';
import { incidentId, personId } from '../ids.ts';
import type { KillSwitchRequest } from '../kill-switch.ts';
import { canary } from '../names.ts';

/** A request in its outer shape; whether a switch can do it is for `checkRequest` to say. */
export const killSwitchRequestSchema: z.ZodType<KillSwitchRequest> = z.strictObject({
  incident: incidentId,
  vendor: z.string(),
  scope: z.enum(['vendor', 'matter', 'person']),
  id: z.string().optional(),
  requestedBy: personId,
  requestedAt: z.iso.datetime(),
  drill: z.boolean(),
});

/** A request that cannot be carried out as it stands; nothing has been touched. */
class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/**
 * A request to the switch of one vendor, as somebody makes it and as the evidence keeps it.
 *
 * @throws BadRequest with everything that is wrong.
 */
export function checkRequest(
  request: unknown,
  vendor: string,
  matters: readonly string[],
): KillSwitchRequest {
  const parsed = killSwitchRequestSchema.safeParse(request);
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
    data.scope !== 'person' || personId.safeParse(data.id).success || `id: got ${data.id}, expected a person`,
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
