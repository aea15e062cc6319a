import type { Shape } from './shape.ts';

/** Any value: checks (`LPO-DAT-07/object-lock-on`) or statements of the prover, by id, decide on it. */
export const judgedBy = (...judges: readonly [string, ...string[]]): Shape => ({
  expected: `what ${judges.join(' and ')} accept`,
  misfits: () => [],
  judges,
});
