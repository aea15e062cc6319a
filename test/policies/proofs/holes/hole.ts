import type { Garden } from './garden.ts';

/** A mistake someone could make, and what the prover must say about it. */
export interface Hole {
  readonly name: string;
  /** Id of the statement that must be refuted. */
  readonly refutes: string;
  /** Whether the organization's guardrails are removed first, because they would catch it too. */
  readonly bare?: boolean;
  readonly plant: (garden: Garden) => void;
  /** What the counter-example must name as the cause. */
  readonly culprit: RegExp;
}
