import { formatFinding } from '../../model/finding.ts';
import { approve, request } from '../approvals/approvals.ts';
import { custodian } from '../approvals/custodian.ts';
import { type JournalOptions, openJournal, requestedPlan } from '../approvals/open-journal.ts';
import {
  approved,
  awaitingApproval,
  refused,
  requested,
  type StepResult,
  stopped,
} from '../approvals/step-result.ts';
import { CloudTrailUseObserver } from '../aws/cloudtrail-use-observer.ts';
import { refuseUnwritable } from '../files/refuse-unwritable.ts';
import { writeWhole } from '../files/write-whole.ts';
import { blockers } from './blockers.ts';
import { certificate } from './certificate.ts';
import { executePlan, type Outcome } from './execute-plan.ts';
import { makePlan } from './make-plan.ts';
import { offboardingProcedure, offboardingScope } from './offboarding-procedure.ts';
import { type OffboardOptions, openOffboarding } from './open-offboarding.ts';
import { renderPlan } from './render-plan.ts';
import { verifyDestruction } from './verify-destruction.ts';

type JournaledOptions = OffboardOptions & JournalOptions;

// Each step takes `now` as ISO 8601 and returns what to print.

export async function planOffboarding(
  vendor: string,
  options: OffboardOptions,
  now: string,
): Promise<StepResult> {
  const { engagement, control } = await open(vendor, options, now);
  control.destroy();
  const { plan, blockers: problems } = makePlan(engagement);
  return { text: renderPlan(plan, problems), done: problems.length === 0 };
}

export async function approveOffboarding(
  vendor: string,
  options: JournaledOptions,
  now: string,
): Promise<StepResult> {
  const { engagement, identity, control } = await open(vendor, options, now);
  control.destroy();
  const actor = custodian(identity.arn, vendor);
  const refusal = refused(blockers(engagement));
  if (refusal) return refusal;
  const journal = await journalOf(vendor, options);
  const plan = await approve(journal, actor, now);
  return approved(journal, actor, renderPlan(plan, []));
}

export async function executeOffboarding(
  vendor: string,
  options: JournaledOptions,
  now: string,
): Promise<StepResult> {
  const { engagement, identity, control } = await open(vendor, options, now);
  try {
    const actor = custodian(identity.arn, vendor);
    const refusal = refused(blockers(engagement));
    if (refusal) return refusal;
    const journal = await journalOf(vendor, options);
    if (journal.plan) {
      const uses = new CloudTrailUseObserver(options);
      const outcome = await executePlan({ plan: journal.plan, journal, keys: control, uses, actor, now });
      return { text: describe(outcome), done: outcome.status === 'scheduled' };
    }
    const { plan, blockers: problems } = makePlan(engagement);
    const blocked = refused(problems);
    if (blocked) return blocked;
    await request(journal, plan, actor, now);
    return requested(offboardingProcedure.command, actor);
  } finally {
    control.destroy();
  }
}

/** Compares every key with the journal. @param options.output where the certificate of destruction goes */
export async function verifyOffboarding(
  vendor: string,
  options: JournaledOptions & { readonly output?: string },
  now: string,
): Promise<StepResult> {
  if (options.output !== undefined)
    refuseUnwritable(options.output, [options.assembly, options.config, options.journal]);
  const { control } = await open(vendor, options, now);
  try {
    const journal = await journalOf(vendor, options);
    const plan = requestedPlan(journal);
    const destruction = await verifyDestruction(plan, journal, control, now);
    const { fates, findings } = destruction;
    if (options.output !== undefined)
      writeWhole(options.output, certificate(plan, journal, destruction, now));
    const text = [
      ...fates.map(({ key, fate, deletionDate }) => `  ${fate.padEnd(16)} ${key.alias}  (${deletionDate})`),
      '',
      ...findings.flatMap((finding) => [formatFinding(finding), '']),
      findings.length === 0 ? 'Every key is as the journal says.' : `${findings.length} findings.`,
    ];
    return { text: `${text.join('\n')}\n`, done: findings.length === 0 };
  } finally {
    control.destroy();
  }
}

const open = (vendor: string, options: OffboardOptions, now: string) =>
  openOffboarding(vendor, options, now.slice(0, 10));

/** The journal's plan must be for what was named here: blockers are looked for there and nowhere else. */
const journalOf = (vendor: string, options: JournaledOptions) =>
  openJournal(offboardingProcedure, vendor, offboardingScope(vendor, options.matter), options);

function describe(outcome: Outcome): string {
  switch (outcome.status) {
    case 'awaiting-approval':
      return awaitingApproval(outcome.missing);
    case 'observing':
      return `Every key is disabled. Run this again after ${outcome.until}.\n`;
    case 'scheduled':
      return 'The deletion of every key is scheduled. Check with offboard verify.\n';
    case 'stopped':
      return stopped(outcome.problems);
  }
}
