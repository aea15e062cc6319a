import { AwsReleaseControl } from '../../../../lib/operations/aws/aws-release-control.ts';
import { Journal } from '../../../../lib/operations/offboarding/journal.ts';
import { planHash } from '../../../../lib/operations/offboarding/offboarding-plan.ts';
import { request } from '../../../../lib/operations/offboarding/request-and-approve.ts';
import {
  approveRelease,
  executeRelease,
  type ReleaseOutcome,
  type ReleaseStep,
} from '../../../../lib/operations/reinstatement/execute-release.ts';
import {
  makeReleasePlan,
  type Releasable,
} from '../../../../lib/operations/reinstatement/make-release-plan.ts';
import { type Evidence, readEvidence } from '../../../../lib/operations/reinstatement/read-evidence.ts';
import {
  type ReleasePlan,
  releaseJournalName,
} from '../../../../lib/operations/reinstatement/release-plan.ts';
import { MemoryLedger } from '../../../fakes/memory-ledger.ts';
import type { VendorCloud } from '../../functions/kill-switch/vendor-cloud.ts';

export const incident = 'inc-20a1f3';
const now = '2026-06-16T09:00:00.000Z';

export const releasable: Releasable = {
  vendor: 'meridian',
  account: '200000000001',
  region: 'eu-west-2',
  partition: 'aws',
  vpcCidr: '10.20.0.0/22',
  matters: (['m-7f3a9c', 'm-2be41d'] as const).map((id) => ({
    id,
    zones: id === 'm-7f3a9c' ? ['documents', 'privileged'] : ['documents'],
    functions: ['reviewer', 'qcLead'],
    groups: { reviewer: `${id}-reviewer-group`, qcLead: `${id}-qcLead-group` },
  })),
};

/** Files of an incident as somebody copied them from the evidence bucket. */
export const copied = ({ objects }: VendorCloud, of = incident): Map<string, string> =>
  new Map(
    [...objects]
      .filter(([key]) => key.startsWith(`evidence/incidents/${of}/`))
      .map(([key, body]) => [key.split('/').at(-1) as string, body]),
  );

export const evidenceOf = (cloud: VendorCloud, of = incident): Evidence =>
  readEvidence(copied(cloud, of), 'copy', {
    incident: of,
    vendor: 'meridian',
    matters: releasable.matters.map(({ id }) => id),
  });

export const controlOf = (cloud: VendorCloud, managementProfile?: string): AwsReleaseControl =>
  new AwsReleaseControl({
    region: 'eu-west-2',
    stateBucket: 'state',
    access: {
      requestHandler: cloud.boundary,
      credentials: { accessKeyId: 'AKIDCUSTODIAN', secretAccessKey: 'secret' },
      maxAttempts: 2,
    },
    ...(managementProfile === undefined ? {} : { managementProfile }),
  });

export const planOf = async (cloud: VendorCloud, of = incident): Promise<ReleasePlan> =>
  makeReleasePlan(releasable, of, evidenceOf(cloud, of), await controlOf(cloud).standing());

/** One release: a plan, its journal, and who says yes. */
export class ReleaseCase {
  private constructor(
    readonly cloud: VendorCloud,
    readonly plan: ReleasePlan,
    readonly ledger: MemoryLedger,
  ) {}

  static async of(cloud: VendorCloud, which = incident): Promise<ReleaseCase> {
    const plan = await planOf(cloud, which);
    return new ReleaseCase(cloud, plan, new MemoryLedger(releaseJournalName('meridian', planHash(plan))));
  }

  journal() {
    return Journal.open<ReleasePlan, ReleaseStep>(this.ledger, planHash(this.plan), 'incident-release');
  }

  async requested(by = 'p-a00001'): Promise<this> {
    await request(await this.journal(), this.plan, by, now);
    return this;
  }

  async approvedBy(...people: string[]): Promise<this> {
    for (const person of people) await approveRelease(await this.journal(), person, now);
    return this;
  }

  async execute(profile: string | undefined = 'management'): Promise<ReleaseOutcome> {
    const journal = await this.journal();
    return executeRelease({ journal, control: controlOf(this.cloud, profile), actor: 'p-a00001', now });
  }
}
