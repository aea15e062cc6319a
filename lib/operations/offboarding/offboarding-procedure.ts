import { z } from 'zod';
import type { Journal } from '../approvals/journal.ts';
import type { Procedure } from '../approvals/procedure.ts';
import type { OffboardingPlan } from './offboarding-plan.ts';

/** Steps of an offboarding. `disable` and `delete` are written before the call, the others after. */
const steps = ['disable', 'disabled', 'delete', 'deletion-scheduled', 'all-scheduled'] as const;
export type OffboardingStep = (typeof steps)[number];
export type OffboardingJournal = Journal<OffboardingPlan, OffboardingStep>;

const plan: z.ZodType<OffboardingPlan> = z.strictObject({
  vendor: z.string(),
  matter: z.string(),
  account: z.string(),
  windowDays: z.number(),
  quietHours: z.number(),
  keys: z.array(
    z.strictObject({ alias: z.string(), arn: z.string(), region: z.string(), protects: z.string() }),
  ),
  returns: z.array(z.strictObject({ matter: z.string(), what: z.string() })),
  remains: z.array(z.strictObject({ what: z.string(), why: z.string(), copies: z.boolean() })),
});

/** Vendor and matter that end; the matter is empty for the whole vendor. */
export const offboardingScope = (vendor: string, matter = ''): string => `${vendor} ${matter}`.trim();

/** Offboarding as something that two people besides the requester approve. */
export const offboardingProcedure: Procedure<OffboardingPlan, OffboardingStep> = {
  command: 'offboard',
  record: 'destruction',
  steps,
  plan,
  scopeOf: ({ vendor, matter }) => offboardingScope(vendor, matter),
};
