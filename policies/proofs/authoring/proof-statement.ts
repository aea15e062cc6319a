import type { Cases } from '../cases/cases-of.ts';
import type { Claim, Demand } from '../engine/decide.ts';
import type { World } from '../world/world.ts';
import type { Matter } from './matters.ts';

/** Verdict on the network or another fact. */
export type FactVerdict =
  | { readonly kind: 'proved'; readonly because: readonly string[] }
  | { readonly kind: 'refuted'; readonly witness: readonly string[]; readonly culprits: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

/** A thing a statement asserts about one subject. */
export type Assertion =
  | { readonly subject: string; readonly claim: Claim; readonly space?: Space }
  | { readonly subject: string; readonly demand: Demand; readonly space?: Space }
  | { readonly subject: string; readonly decide: () => FactVerdict };

/**
 * Name of a space of its own: decided with others of the same name alone. A deployment calls hundreds of actions that
 * nobody else does, and only its own account's policies meet them: the partitions of all others stay small without them.
 *
 * @default - with everything that names none
 */
type Space = string;

export interface Subject {
  readonly world: World;
  readonly cases: Cases;
  readonly matters: readonly Matter[];
}

/** Parts of what the product promises, in the order they are reported: what is closed, then what opens. */
export const parts = [
  'confidentiality',
  'integrity',
  'residency',
  'access',
  'network',
  'walls',
  'work',
] as const;

/** A sentence about every vendor that is proved or refuted. Its control names it by `id`. */
export interface StatementFacts {
  /** Stable, equals the file name. */
  readonly id: string;
  /** Part of the promise that it belongs to. */
  readonly part: (typeof parts)[number];
  /** For a lawyer. */
  readonly title: string;
  /** `never`: no request does this. `always`: every one does. `possible`: each of these requests is allowed. */
  readonly property: 'always' | 'never' | 'possible';
  /** Controls whose promise it carries. */
  readonly controls: readonly string[];
  /** True where it is asked of a stage without a matter too. @default false */
  readonly everyStage?: boolean;
}

/** A sentence with the assertions that decide it. */
export interface ProofStatement extends StatementFacts {
  readonly assert: (subject: Subject) => readonly Assertion[];
}
