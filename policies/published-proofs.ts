import type { Finding, StackPlace } from '../lib/model/finding.ts';
import type { StatementFacts } from './proofs/authoring/proof-statement.ts';
import { proveAssembly as prove } from './proofs/prove-assembly.ts';
import type { Assembly } from './template/assembly.ts';

/** Answer of the prover; the findings of `evaluate` print the request that gets through. */
export type ProofVerdict =
  | { readonly kind: 'proved' }
  | { readonly kind: 'refuted' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Result of one assertion about one subject of one vendor. */
export interface ProofResult {
  /** Slug of the vendor, or name of the stage. */
  readonly world: string;
  /** Statement that it decides. */
  readonly statement: StatementFacts;
  /** Subject of the assertion: a bucket, a role, a request of a job. */
  readonly subject: string;
  /** Verdict: proved, refuted, or unknown with the reason. */
  readonly verdict: ProofVerdict;
  /** Time it took, by the clock of the options. */
  readonly milliseconds: number;
}

/** Report of a run of the prover. */
export interface ProofReport {
  /** Result of every assertion, by vendor, then in the order of the statements. */
  readonly results: readonly ProofResult[];
  /** Findings for what could not be read. Every statement about that vendor stays unknown. */
  readonly failures: readonly Finding<StackPlace>[];
}

/** Settings of a run of the prover. */
export interface ProofOptions {
  /** Monotonic clock in milliseconds, for the times in the report. @default - all times are 0 */
  readonly clock?: () => number;
}

/** Decides every statement about every vendor of an assembly. Never throws on what templates say. */
export function proveAssembly(assembly: Assembly, { clock }: ProofOptions = {}): ProofReport {
  return prove(assembly, clock ? { clock } : {});
}
