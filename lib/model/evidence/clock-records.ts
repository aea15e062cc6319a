import { z } from 'zod';
import { evidencePrefixes } from '../evidence-prefixes.ts';
import { dutySchema } from './duty-schema.ts';

/** Opening of an incident. It outlives deployments: readers pass over fields they do not know. */
export const openedSchema = z.object({
  version: z.literal(1),
  incident: z.string(),
  vendor: z.string(),
  awareAt: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  duties: z.array(dutySchema).min(1),
});
export type Opened = z.infer<typeof openedSchema>;

/** End of a duty: the recipient was notified, or a decision that nothing is owed. */
export const settledSchema = z.object({
  incident: z.string(),
  duty: z.string(),
  outcome: z.enum(['notified', 'not-required']),
  reason: z.string().optional(),
  by: z.string(),
  at: z.string(),
});
export type Settled = z.infer<typeof settledSchema>;

const { clocks } = evidencePrefixes;
export const openedKey = (incident: string): string => `${clocks}/${incident}/aware-at.json`;
export const settledKey = (incident: string, duty: string): string =>
  `${clocks}/${incident}/settled/${duty}.json`;

/** Which record of a clock a key names; undefined for none. */
export function readClockKey(key: string): 'opened' | 'settled' | undefined {
  const [, incident, settled, duty] =
    new RegExp(`^${clocks}/([^/]+)/(?:aware-at|(settled)/([^/]+))\\.json$`).exec(key) ?? [];
  if (incident === undefined) return undefined;
  return settled && duty ? 'settled' : 'opened';
}
