import type { AccessCase } from '../access/access-case.ts';
import type { Condition, Statement } from '../policy/statement.ts';
import type { Possibility } from './find-refusal.ts';
import type { Request } from './request.ts';

/** A Deny that stands next to the request and does not catch it. */
export interface EscapedDeny {
  readonly statement: Statement;
  readonly layer: string;
  /** The one part that does not match: an element or a condition. */
  readonly because: 'action' | 'resource' | Condition;
}

export interface CounterExample {
  readonly access: AccessCase;
  readonly request: Request;
  /** Context keys and actions, lower case, to how policies write them. */
  readonly spelling: ReadonlyMap<string, string>;
  /** Statements that let it through, one for each layer that has to allow. */
  readonly allowedBy: readonly { readonly statement: Statement; readonly layer: string }[];
  readonly escaped: readonly EscapedDeny[];
}

/** A request that ought to be allowed, and what refuses it. */
export interface Impediment {
  readonly access: AccessCase;
  readonly found: Exclude<Possibility, { kind: 'allowed' }>;
  /** Undefined where no such request can be made at all. */
  readonly request?: Request;
  readonly spelling: ReadonlyMap<string, string>;
}

export type Verdict =
  | {
      readonly kind: 'proved';
      readonly denies: readonly Statement[];
      readonly missing: readonly string[];
      readonly excluded: boolean;
    }
  | { readonly kind: 'refuted'; readonly counterExample: CounterExample }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Answer to a demand. */
export type DemandVerdict =
  /** Every request is allowed, by these statements. */
  | { readonly kind: 'possible'; readonly allows: readonly Statement[] }
  | { readonly kind: 'impeded'; readonly impediment: Impediment }
  | { readonly kind: 'unknown'; readonly reason: string };
