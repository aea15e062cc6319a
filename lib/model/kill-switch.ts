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
