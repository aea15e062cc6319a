import { z } from 'zod';
import type { Journal } from '../approvals/journal.ts';
import type { Procedure } from '../approvals/procedure.ts';
import type { ReinstatementPlan } from './reinstatement-plan.ts';

/** Steps of a reinstatement. `begun` is written before the call, the others after. */
const steps = ['begun', 'on', 'reinstated'] as const;
export type ReinstatementStep = (typeof steps)[number];
export type ReinstatementJournal = Journal<ReinstatementPlan, ReinstatementStep>;

const texts = z.array(z.string());
const plan: z.ZodType<ReinstatementPlan> = z.strictObject({
  vendor: z.string(),
  account: z.string(),
  region: z.string(),
  incident: z.string(),
  initiatedBy: texts,
  keys: texts,
  attachments: z.array(z.strictObject({ role: z.string(), policyArn: z.string() })),
  rules: z.array(
    z.strictObject({ endpoint: z.string(), description: z.string(), group: z.string(), cidr: z.string() }),
  ),
  quarantine: z.boolean(),
  suspensions: texts,
  left: texts,
  evidence: texts,
});

/** Vendor, and the incident whose suspension is lifted. */
export const reinstatementScope = (vendor: string, incident: string): string => `${vendor} ${incident}`;

/** The opaque id in a session name: `p-0a1b2c` or `p-0a1b2c@firm.example`. */
const personOf = (actor: string): string => actor.split('@')[0] ?? actor;

/** Reinstatement as something that two people approve, who are neither requester nor initiator. */
export const reinstatementProcedure: Procedure<ReinstatementPlan, ReinstatementStep> = {
  command: 'reinstate',
  record: 'reinstatement',
  steps,
  plan,
  scopeOf: ({ vendor, incident }) => reinstatementScope(vendor, incident),
  conflictOf: ({ initiatedBy }, person) =>
    initiatedBy.includes(personOf(person)) ? 'who initiated the suspension' : undefined,
};
