import { z } from 'zod';

const incident = z.string().regex(/^inc-[0-9a-f]{6,16}$/, 'an incident id such as inc-20a1f3');
const person = z.string().regex(/^p-[0-9a-f]{6,12}$/, 'the id of a person');
const dutyId = z.string().regex(/^[A-Za-z0-9-]{2,60}$/, 'the id of a duty such as GB-ico');

const open = z.strictObject({ incident, awareAt: z.iso.datetime(), openedBy: person });
const settle = z
  .strictObject({
    incident,
    duty: dutyId,
    outcome: z.enum(['told', 'not-required']),
    reason: z.string().min(20).max(1000).optional(),
    by: person,
  })
  .refine(({ outcome, reason }) => outcome === 'told' || reason !== undefined, {
    path: ['reason'],
    message: 'a decision not to notify needs its reason, in at least 20 characters',
  });

export type OpenRequest = z.infer<typeof open>;
export type SettleRequest = z.infer<typeof settle>;

/** What people ask for is read strictly; what executions send, which may be older than this code, is not. */
const event = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('receive'),
    request: z.union([z.strictObject({ open }), z.strictObject({ settle })]),
  }),
  z.object({ step: z.literal('warn'), notice: z.object({ incident, duty: dutyId, at: z.iso.datetime() }) }),
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
