/** Request of an authorised person. */
export interface KillSwitchRequest {
  readonly incident: string;
  readonly vendor: string;
  readonly scope: 'vendor' | 'matter' | 'person';
  /** Matter or person; absent for a vendor. */
  readonly id?: string | undefined;
  readonly requestedBy: string;
  /** Moment of the request, ISO 8601 UTC. */
  readonly requestedAt: string;
  /** A drill hits the canary and nothing else. */
  readonly drill: boolean;
}

/** Report of one step, target by target. */
export interface StepReport {
  readonly step: string;
  readonly status: 'done' | 'not-applicable' | 'incomplete';
  readonly done: readonly string[];
  /** Targets that were already in the wanted state. */
  readonly already: readonly string[];
  readonly failed: readonly { readonly target: string; readonly error: string }[];
  /** Why it does not apply, or what the reader should know. */
  readonly note?: string | undefined;
  /** Earlier state, for evidence and for putting it back. */
  readonly before?: unknown;
}
