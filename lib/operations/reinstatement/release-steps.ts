import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { UnusableInputError } from '../../model/finding.ts';
import { stateBucketName } from '../../model/names.ts';
import { functionsOf } from '../../profile/functions-of.ts';
import { zonesOf } from '../../profile/zones-of.ts';
import { AwsReleaseControl } from '../aws/aws-release-control.ts';
import { callerIdentity } from '../aws/caller-identity.ts';
import { requireCaller } from '../keys/keys-in-account.ts';
import { ledgerStore } from '../ledger/open-ledger-store.ts';
import { Journal } from '../offboarding/journal.ts';
import { planHash } from '../offboarding/offboarding-plan.ts';
import { custodian } from '../offboarding/person.ts';
import { approvalsNeeded, request } from '../offboarding/request-and-approve.ts';
import {
  approveRelease,
  approversOf,
  executeRelease,
  type ReleaseJournal,
  type ReleaseStep,
} from './execute-release.ts';
import { makeReleasePlan, type Releasable } from './make-release-plan.ts';
import { readEvidence } from './read-evidence.ts';
import { type ReleasePlan, releaseJournalName, releaseProblem } from './release-plan.ts';
import { renderOutcome, renderRelease } from './render-release.ts';

export interface ReleaseOptions {
  readonly config: string;
  readonly evidence: string;
  readonly endpointUrl?: string;
}

export interface JournalOptions extends ReleaseOptions {
  readonly plan: string;
  readonly journal: string;
  readonly journalRegion?: string;
  readonly managementProfile?: string;
}

interface Said {
  readonly text: string;
  readonly code: number;
}

// Each step takes `now` as ISO 8601 and returns what to print.

export async function planRelease(vendor: string, incident: string, options: ReleaseOptions): Promise<Said> {
  const { plan: make, control } = await open(vendor, incident, options);
  try {
    const plan = await make();
    return { text: renderRelease(plan, planHash(plan)), code: 0 };
  } finally {
    control.destroy();
  }
}

export async function approve(
  vendor: string,
  incident: string,
  options: JournalOptions,
  now: string,
): Promise<Said> {
  const { actor, control } = await open(vendor, incident, options);
  control.destroy();
  const journal = await openJournal(vendor, incident, options);
  await approveRelease(journal, actor, now);
  const missing = approvalsNeeded - approversOf(journal).length;
  const next = missing > 0 ? `${missing} more approval needed.` : 'Approved: go on with release execute.';
  const shown = journal.plan ? renderRelease(journal.plan, journal.hash) : '';
  return { text: `${shown}\nApproved by ${actor}. ${next}\n`, code: 0 };
}

export async function execute(
  vendor: string,
  incident: string,
  options: JournalOptions,
  now: string,
): Promise<Said> {
  const { plan: make, actor, control } = await open(vendor, incident, options);
  try {
    const journal = await openJournal(vendor, incident, options);
    if (!journal.plan) {
      const plan = await make();
      if (planHash(plan) !== options.plan) throw anotherPlan(options.plan, `now ${planHash(plan)}`);
      await request(journal, plan, actor, now);
      return {
        text: `Requested by ${actor}. ${approvalsNeeded} others must approve: release approve.\n`,
        code: 1,
      };
    }
    const outcome = await executeRelease({ journal, control, actor, now });
    return { text: renderOutcome(outcome), code: outcome.status === 'released' ? 0 : 1 };
  } finally {
    control.destroy();
  }
}

async function open(vendorId: string, incident: string, options: ReleaseOptions & Partial<JournalOptions>) {
  const config = loadConfig(options.config);
  const vendor = config.vendors.find((one) => one.vendor === vendorId);
  if (!vendor)
    throw unusable(
      'REL-UNKNOWN-VENDOR',
      options.config,
      vendorId,
      `one of ${config.vendors.map((one) => one.vendor).join(', ')}`,
    );
  if (!/^inc-[0-9a-f]{6,16}$/.test(incident))
    throw unusable('REL-INCIDENT', 'the command', incident, 'an incident such as inc-20a1f3');
  const { account, region } = vendor;
  const evidence = readEvidence(filesIn(options.evidence), options.evidence, {
    incident,
    vendor: vendorId,
    matters: vendor.matters.map(({ id }) => id),
  });
  const access = options.endpointUrl === undefined ? {} : { endpointUrl: options.endpointUrl };
  const identity = await callerIdentity(region, access);
  requireCaller(identity, account);
  const actor = custodian(identity.arn, vendorId);
  const releasable: Releasable = {
    vendor: vendorId,
    account,
    region,
    partition: identity.arn.split(':')[1] ?? 'aws',
    vpcCidr: vendor.network.vpcCidr,
    matters: vendor.matters.map((matter) => ({
      id: matter.id,
      zones: zonesOf(matter),
      functions: functionsOf(matter),
      groups: matter.groups,
    })),
  };
  const { managementProfile } = options;
  const control = new AwsReleaseControl({
    region,
    stateBucket: stateBucketName(vendorId, account, region),
    access,
    ...(managementProfile === undefined ? {} : { managementProfile }),
  });
  const plan = async (): Promise<ReleasePlan> =>
    makeReleasePlan(releasable, incident, evidence, await control.standing());
  return { plan, actor, control };
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw unusable(
      'REL-EVIDENCE',
      folder,
      'no such folder',
      'a copy of incidents/<incident>/ of the evidence bucket',
    );
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function openJournal(
  vendor: string,
  incident: string,
  { journal: place, plan: hash, journalRegion, endpointUrl }: JournalOptions,
): Promise<ReleaseJournal> {
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw unusable('REL-PLAN', '--plan', hash, 'the 64 hexadecimal digits that `release plan` printed');
  const store = ledgerStore(place, releaseJournalName(vendor, hash), { region: journalRegion, endpointUrl });
  const journal = await Journal.open<ReleasePlan, ReleaseStep>(store, hash, 'incident-release');
  const { plan } = journal;
  if (plan && (plan.vendor !== vendor || plan.incident !== incident))
    throw anotherPlan(`${vendor} ${incident}`, `for ${plan.vendor} ${plan.incident}`);
  return journal;
}

const anotherPlan = (expected: string, got: string): UnusableInputError =>
  new UnusableInputError([
    releaseProblem(
      'REL-PLAN',
      '--plan',
      `the plan is ${got}`,
      expected,
      'read the plan again: npx lpo release plan',
    ),
  ]);

const unusable = (code: string, file: string, got: string, expected: string): UnusableInputError =>
  new UnusableInputError([releaseProblem(code, file, got, expected, 'correct the command')]);
