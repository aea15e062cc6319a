import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { sha256 } from '../../model/ids.ts';
import { ledgerStore } from '../ledger/open-ledger-store.ts';
import { Journal } from './journal.ts';
import { journalName, type Procedure } from './procedure.ts';

export interface JournalOptions {
  /** Hash of the plan, as the command printed it. */
  readonly plan: string;
  /** Folder, or `s3://<bucket>` for the evidence bucket. */
  readonly journal: string;
  /** Region of the bucket. */
  readonly journalRegion?: string;
  readonly endpointUrl?: string;
}

/**
 * The journal of a plan.
 *
 * @param scope what the command names; a plan for anything else is refused, since only this was looked at.
 * @throws UnusableInputError for a plan that is no hash, or is for something else
 */
export async function openJournal<P extends object, S extends string>(
  procedure: Procedure<P, S>,
  vendor: string,
  scope: string,
  { plan: hash, journal: place, journalRegion: region, endpointUrl }: JournalOptions,
): Promise<Journal<P, S>> {
  if (!sha256.safeParse(hash).success)
    throw anotherPlan(
      procedure,
      `the 64 hexadecimal digits that \`${procedure.command} plan\` printed`,
      hash,
    );
  const store = ledgerStore(place, journalName(procedure, vendor, hash), { region, endpointUrl });
  const journal = await Journal.open(store, hash, procedure);
  const { plan } = journal;
  if (plan && procedure.scopeOf(plan) !== scope)
    throw anotherPlan(procedure, scope, `for ${procedure.scopeOf(plan)}`);
  return journal;
}

/** The plan of a journal. @throws UnusableInputError without a request */
export function requestedPlan<P extends object, S extends string>({
  plan,
  hash,
  procedure,
}: Journal<P, S>): P {
  if (!plan) throw anotherPlan(procedure, hash, 'without a request');
  return plan;
}

export const anotherPlan = (
  { command }: { readonly command: string },
  expected: string,
  got: string,
): UnusableInputError =>
  new UnusableInputError([
    inputFinding({
      ...{ code: 'APPROVAL-PLAN', where: { name: '--plan' } },
      ...{ got: `the plan is ${got}`, expected, fix: `read the plan again: npx lpo ${command} plan` },
    }),
  ]);
