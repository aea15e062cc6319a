import type { z } from 'zod';

/** Something that is done only after two people approved exactly its plan. */
export interface Procedure<Plan extends object, Step extends string> {
  /** Command that runs it, for example `offboard`; the journal of a plan bears its name as well. */
  readonly command: 'offboard' | 'reinstate';
  /** Type of its records in the ledger. */
  readonly record: 'destruction' | 'reinstatement';
  /** Steps beside the request and the approvals. */
  readonly steps: readonly Step[];
  readonly plan: z.ZodType<Plan>;
  /** Vendor, and the matter or incident that a plan is for. */
  readonly scopeOf: (plan: Plan) => string;
  /** Why a person must not approve, besides having requested; undefined when nothing is against it. */
  readonly conflictOf?: (plan: Plan, person: string) => string | undefined;
}

/** Name of the journal of one plan; it is a ledger like any other. */
export const journalName = (
  { command }: { readonly command: string },
  vendor: string,
  hash: string,
): string => `${vendor}-${command}-${hash.slice(0, 16)}`;
