import { asText } from '../../model/as-text.ts';
import type { StepReport } from '../../model/kill-switch.ts';
import { inParallel } from './in-parallel.ts';

/** `done` now, or `already` in the wanted state. */
export type Outcome = 'done' | 'already';

export interface Targets<Target> {
  readonly targets: readonly Target[];
  readonly name: (target: Target) => string;
  /** Requests in flight at once, below what the service throttles. */
  readonly limit: number;
  readonly act: (target: Target) => Promise<Outcome>;
  readonly before?: unknown;
  readonly note?: string | undefined;
}

/** Acts on every target and says of each what became of it. */
export async function actOnAll<Target>(step: string, parts: Targets<Target>): Promise<StepReport> {
  const results = await inParallel(parts.targets, parts.limit, parts.act);
  const named = results.map((result, index) => ({
    result,
    target: parts.name(parts.targets[index] as Target),
  }));
  const those = (outcome: Outcome): string[] =>
    named
      .filter(({ result }) => result.status === 'fulfilled' && result.value === outcome)
      .map(({ target }) => target);
  const failed = named.flatMap(({ result, target }) =>
    result.status === 'rejected' ? [{ target, error: describe(result.reason) }] : [],
  );
  return {
    step,
    status: failed.length === 0 ? 'done' : 'incomplete',
    done: those('done'),
    already: those('already'),
    failed,
    ...(parts.before === undefined ? {} : { before: parts.before }),
    ...(parts.note === undefined ? {} : { note: parts.note }),
  };
}

export const notApplicable = (step: string, note: string): StepReport => ({
  step,
  status: 'not-applicable',
  done: [],
  already: [],
  failed: [],
  note,
});

export const describe = (error: unknown): string => asText(error);

/** Runs an idempotent call; the error of a target that is already as wanted is an answer, not a failure. */
export async function unlessAlready(call: Promise<unknown>, ...alreadyNames: string[]): Promise<Outcome> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof Error && alreadyNames.includes(error.name)) return 'already';
    throw error;
  }
}
