import { z } from 'zod';
import { dutyId, incidentId, personId } from '../../model/ids.ts';

const open = z.strictObject({ incident: incidentId, awareAt: z.iso.datetime(), openedBy: personId });
const settle = z
  .strictObject({
    incident: incidentId,
    duty: dutyId,
    outcome: z.enum(['notified', 'not-required']),
    reason: z.string().min(20).max(1000).optional(),
    by: personId,
  })
  .refine(({ outcome, reason }) => outcome === 'notified' || reason !== undefined, {
    path: ['reason'],
    message: 'a decision not to notify needs its reason, in at least 20 characters',
  });

export type OpenRequest = z.infer<typeof open>;
export type SettleRequest = z.infer<typeof settle>;

/** Events of the clock: requests of people are read strictly; what executions send, which may be older than this code, is not. */
const event = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('receive'),
    request: z.union([z.strictObject({ open }), z.strictObject({ settle })]),
  }),
  z.object({
    step: z.literal('warn'),
    notice: z.object({ incident: incidentId, duty: dutyId, at: z.iso.datetime() }),
  }),
  z.object({ step: z.literal('review'), sent: z.array(z.record(z.string(), z.unknown())) }),
]);

/** An incident that cannot be opened or settled as it stands; nothing was written. */
export class BadIncident extends Error {
  override readonly name = 'BadIncident';
}

/** Warnings that never went out; thrown so that the execution fails and its alarm rings. */
export class NotWarned extends Error {
  override readonly name = 'NotWarned';
}

/** @throws BadIncident naming every fault. */
export function parseEvent(value: unknown): z.infer<typeof event> {
  const { data, error } = event.safeParse(value);
  if (data) return data;
  throw new BadIncident(error.issues.flatMap(faults).join('; '));
}

/** A union says of each of its members what is wrong with it; the one that was meant has the deepest fault. */
function faults(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [`${issue.path.join('.') || 'event'}: ${issue.message}`];
  const meant = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
  return meant.flatMap((inner) => faults({ ...inner, path: [...issue.path, ...inner.path] }));
}

const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(...issues.map(({ path }) => path.length));
