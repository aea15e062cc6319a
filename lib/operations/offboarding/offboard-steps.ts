import { type Finding, formatFinding, inputFinding, UnusableInputError } from '../../model/finding.ts';
import { CloudTrailUseObserver } from '../aws/cloudtrail-use-observer.ts';
import { blockers } from './blockers.ts';
import { certificate } from './certificate.ts';
import { executePlan, type Outcome } from './execute-plan.ts';
import { Journal } from './journal.ts';
import { makePlan } from './make-plan.ts';
import { planHash } from './offboarding-plan.ts';
import { journalStore, type Offboarding, type OffboardOptions, openOffboarding } from './open-offboarding.ts';
import { custodian } from './person.ts';
import { renderPlan } from './render-plan.ts';
import { approvalsNeeded, approve, request } from './request-and-approve.ts';
import { verifyDestruction } from './verify-destruction.ts';

interface JournalOptions extends OffboardOptions {
  readonly journal: string;
  readonly journalRegion?: string;
  readonly plan: string;
}

interface Said {
  readonly text: string;
  readonly code: number;
}

// Each step takes `now` as ISO 8601 and returns what to print.

export async function planOffboarding(vendor: string, options: OffboardOptions, now: string): Promise<Said> {
  const { engagement, control } = await open(vendor, options, now);
  control.destroy();
  const { plan, blockers: problems } = makePlan(engagement);
  return { text: renderPlan(plan, problems), code: problems.length > 0 ? 1 : 0 };
}

export async function approveOffboarding(
  vendor: string,
  options: JournalOptions,
  now: string,
): Promise<Said> {
  const { engagement, identity, control } = await open(vendor, options, now);
  control.destroy();
  const actor = custodian(identity.arn, vendor);
  const refused = refusal(blockers(engagement));
  if (refused) return refused;
  const journal = await openJournal(vendor, options);
  await approve(journal, actor, now);
  const missing = approvalsNeeded - journal.approvers.length;
  const next = missing > 0 ? `${missing} more approval needed.` : 'Approved: go on with offboard execute.';
  return { text: `${renderPlan(journalPlan(journal), [])}\nApproved by ${actor}. ${next}\n`, code: 0 };
}

export async function executeOffboarding(
  vendor: string,
  options: JournalOptions,
  now: string,
): Promise<Said> {
  const { engagement, identity, control } = await open(vendor, options, now);
  try {
    const actor = custodian(identity.arn, vendor);
    const refused = refusal(blockers(engagement));
    if (refused) return refused;
    const journal = await openJournal(vendor, options);
    if (!journal.plan)
      return await requestOffboarding({ engagement, identity, control }, journal, actor, now);
    const uses = new CloudTrailUseObserver(options);
    const outcome = await executePlan({ plan: journal.plan, journal, keys: control, uses, actor, now });
    return { text: describe(outcome), code: outcome.status === 'scheduled' ? 0 : 1 };
  } finally {
    control.destroy();
  }
}

async function requestOffboarding(
  { engagement }: Offboarding,
  journal: Journal,
  actor: string,
  now: string,
): Promise<Said> {
  const { plan, blockers: problems } = makePlan(engagement);
  const refused = refusal(problems);
  if (refused) return refused;
  if (planHash(plan) !== journal.hash) throw anotherPlan(journal.hash, planHash(plan));
  await request(journal, plan, actor, now);
  return {
    text: `Requested by ${actor}. ${approvalsNeeded} others must approve: offboard approve.\n`,
    code: 1,
  };
}

export async function verifyOffboarding(
  vendor: string,
  options: JournalOptions,
  now: string,
): Promise<Said & { certificate: string }> {
  const { control } = await open(vendor, options, now);
  try {
    const journal = await openJournal(vendor, options);
    const plan = journalPlan(journal);
    const destruction = await verifyDestruction(plan, journal, control, now);
    const { fates, findings } = destruction;
    const text = [
      ...fates.map(({ key, fate, deletionDate }) => `  ${fate.padEnd(16)} ${key.alias}  (${deletionDate})`),
      '',
      ...findings.flatMap((finding) => [formatFinding(finding), '']),
      findings.length === 0 ? 'Every key is as the journal says.' : `${findings.length} findings.`,
    ];
    return {
      text: `${text.join('\n')}\n`,
      code: findings.length > 0 ? 1 : 0,
      certificate: certificate(plan, journal, destruction, now),
    };
  } finally {
    control.destroy();
  }
}

const open = (vendor: string, options: OffboardOptions, now: string) =>
  openOffboarding(vendor, options, now.slice(0, 10));

/** The journal's plan must be for what was named here: blockers are looked for there and nowhere else. */
async function openJournal(vendor: string, options: JournalOptions): Promise<Journal> {
  const journal = await Journal.open(
    journalStore(options.journal, vendor, options.plan, options),
    options.plan,
  );
  const { plan } = journal;
  const scope = `${vendor} ${options.matter ?? ''}`;
  if (plan && `${plan.vendor} ${plan.matter}` !== scope)
    throw anotherPlan(scope.trim(), `for ${plan.vendor} ${plan.matter}`);
  return journal;
}

function journalPlan(journal: Journal) {
  if (!journal.plan) throw anotherPlan(journal.hash, 'no request for it');
  return journal.plan;
}

function describe(outcome: Outcome): string {
  switch (outcome.status) {
    case 'awaiting-approval':
      return `Nothing was done: ${outcome.missing} approval${outcome.missing === 1 ? '' : 's'} missing.\n`;
    case 'observing':
      return `Every key is disabled. Run this again after ${outcome.until}.\n`;
    case 'scheduled':
      return 'The deletion of every key is scheduled. Check with offboard verify.\n';
    case 'stopped':
      return `${outcome.problems.map(formatFinding).join('\n')}\n\nStopped; what was done is in the journal.\n`;
  }
}

function refusal(problems: readonly Finding[]): Said | undefined {
  if (problems.length === 0) return undefined;
  return { text: `${problems.map(formatFinding).join('\n')}\n\nRefused; nothing was changed.\n`, code: 1 };
}

const anotherPlan = (hash: string, got: string): UnusableInputError =>
  new UnusableInputError([
    inputFinding({
      code: 'OFF-PLAN',
      where: { name: '--plan' },
      got: `the plan as of now is ${got}`,
      expected: hash,
      fix: 'read the plan again: npx lpo offboard plan',
    }),
  ]);
