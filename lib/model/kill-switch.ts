/** One call each, and nobody new gets in: these run first, in this order. */
export const firstSteps = ['record-suspension', 'attach-quarantine'] as const;

/** What cuts running work off, side by side because each branch is slowed by another service's request rate. */
export const branches = [
  ['revoke-vpn-rules', 'end-vpn-sessions'],
  ['suspend-roles', 'close-buckets'],
  ['disable-keys'],
] as const;

/** They tell what the others did, so they come last. */
export const lastSteps = ['capture-evidence', 'tell-everyone'] as const;

/** Steps that cut somebody off; the others write down and tell. */
export const containmentSteps = [...firstSteps, ...branches.flat()] as const;

export const killSwitchSteps = [...containmentSteps, ...lastSteps] as const;
export type KillSwitchStep = (typeof killSwitchSteps)[number];

/** What an authorised person asks for. */
export interface KillSwitchRequest {
  readonly incident: string;
  readonly vendor: string;
  readonly scope: 'vendor' | 'matter' | 'person';
  /** Matter or person; absent for a vendor. */
  readonly id?: string | undefined;
  readonly requestedBy: string;
  /** When the person asked, ISO 8601 UTC. */
  readonly requestedAt: string;
  /** A drill hits the canary and nothing else. */
  readonly drill: boolean;
}

/** What one step did, target by target. */
export interface StepReport {
  readonly step: string;
  readonly status: 'done' | 'not-applicable' | 'incomplete';
  readonly done: readonly string[];
  /** Targets that were already in the wanted state. */
  readonly already: readonly string[];
  readonly failed: readonly { readonly target: string; readonly error: string }[];
  /** Why it does not apply, or what the reader should know. */
  readonly note?: string | undefined;
  /** What was there before, for evidence and for putting it back. */
  readonly before?: unknown;
}
