import { z } from 'zod';
import type { StepReport } from '../kill-switch.ts';

/** Report of one step, as it is written into the evidence. */
export const stepReportSchema: z.ZodType<StepReport> = z.object({
  step: z.string(),
  status: z.enum(['done', 'not-applicable', 'incomplete']),
  done: z.array(z.string()),
  already: z.array(z.string()),
  failed: z.array(z.object({ target: z.string(), error: z.string() })),
  note: z.string().optional(),
  before: z.unknown().optional(),
});

/** Failure of a step as Step Functions keeps it. The cause of a step that ran to its end holds its report. */
const failureSchema = z.object({ Error: z.string().default('unknown'), Cause: z.string().default('') });
const causeSchema = z.object({ errorMessage: z.string() });

/** A report, or the failure of the step as one; what is neither is a step of which nothing is known. */
export function readReport(step: string, value: unknown): StepReport {
  const failure = failureSchema.safeParse(value).data ?? { Error: 'unknown', Cause: '' };
  const cause = parse(failure.Cause);
  for (const candidate of [value, cause, parse(causeSchema.safeParse(cause).data?.errorMessage)]) {
    const { success, data } = stepReportSchema.safeParse(candidate);
    if (success) return data;
  }
  const error = `${failure.Error}: ${failure.Cause}`.slice(0, 500);
  return {
    ...{ step, status: 'incomplete', done: [], already: [] },
    failed: [{ target: 'the whole step', error }],
  };
}

function parse(text = ''): unknown {
  // Most steps have no cause at all, and an error thrown and caught is dear.
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
