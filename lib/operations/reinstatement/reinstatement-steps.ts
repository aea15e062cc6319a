import { approve, request } from '../approvals/approvals.ts';
import { type JournalOptions, openJournal } from '../approvals/open-journal.ts';
import { planHash } from '../approvals/plan-hash.ts';
import { approved, requested, type StepResult } from '../approvals/step-result.ts';
import { AwsReinstatementControl } from '../aws/aws-reinstatement-control.ts';
import { executeReinstatement } from './execute-reinstatement.ts';
import { makeReinstatementPlan } from './make-reinstatement-plan.ts';
import {
  type OpenedReinstatement,
  openReinstatement,
  type ReinstatementOptions,
} from './open-reinstatement.ts';
import type { ReinstatementPlan } from './reinstatement-plan.ts';
import { reinstatementProcedure, reinstatementScope } from './reinstatement-procedure.ts';
import { renderOutcome, renderReinstatement } from './render-reinstatement.ts';

type JournaledOptions = ReinstatementOptions & JournalOptions;
type ExecuteOptions = JournaledOptions & { readonly managementProfile?: string };

// Each step takes `now` as ISO 8601 and returns what to print.

export async function planReinstatement(
  vendor: string,
  incident: string,
  options: ReinstatementOptions,
): Promise<StepResult> {
  const opened = await openReinstatement(vendor, incident, options);
  return withControl(opened, options, async (control) => {
    const plan = await planFrom(opened, incident, control);
    return { text: renderReinstatement(plan, planHash(plan)), done: true };
  });
}

export async function approveReinstatement(
  vendor: string,
  incident: string,
  options: JournaledOptions,
  now: string,
): Promise<StepResult> {
  const { actor } = await openReinstatement(vendor, incident, options);
  const journal = await journalOf(vendor, incident, options);
  const plan = await approve(journal, actor, now);
  return approved(journal, actor, renderReinstatement(plan, journal.hash));
}

export async function executeReinstatementPlan(
  vendor: string,
  incident: string,
  options: ExecuteOptions,
  now: string,
): Promise<StepResult> {
  const opened = await openReinstatement(vendor, incident, options);
  const { actor } = opened;
  return withControl(opened, options, async (control) => {
    const journal = await journalOf(vendor, incident, options);
    if (journal.plan) {
      const outcome = await executeReinstatement({ journal, control, actor, now });
      return { text: renderOutcome(outcome), done: outcome.status === 'reinstated' };
    }
    await request(journal, await planFrom(opened, incident, control), actor, now);
    return requested(reinstatementProcedure.command, actor);
  });
}

async function withControl<T>(
  { reinstatable: { region }, stateBucket }: OpenedReinstatement,
  { endpointUrl, managementProfile }: { endpointUrl?: string; managementProfile?: string },
  work: (control: AwsReinstatementControl) => Promise<T>,
): Promise<T> {
  const access = { endpointUrl };
  const control = new AwsReinstatementControl({ region, stateBucket, access, managementProfile });
  try {
    return await work(control);
  } finally {
    control.destroy();
  }
}

const planFrom = async (
  { reinstatable, evidence }: OpenedReinstatement,
  incident: string,
  control: AwsReinstatementControl,
): Promise<ReinstatementPlan> =>
  makeReinstatementPlan(reinstatable, incident, evidence, await control.standing());

const journalOf = (vendor: string, incident: string, options: JournaledOptions) =>
  openJournal(reinstatementProcedure, vendor, reinstatementScope(vendor, incident), options);
