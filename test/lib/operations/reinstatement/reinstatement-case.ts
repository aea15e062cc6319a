import { approve, request } from '../../../../lib/operations/approvals/approvals.ts';
import { Journal } from '../../../../lib/operations/approvals/journal.ts';
import { planHash } from '../../../../lib/operations/approvals/plan-hash.ts';
import { journalName } from '../../../../lib/operations/approvals/procedure.ts';
import { AwsReinstatementControl } from '../../../../lib/operations/aws/aws-reinstatement-control.ts';
import {
  executeReinstatement,
  type ReinstatementOutcome,
} from '../../../../lib/operations/reinstatement/execute-reinstatement.ts';
import {
  makeReinstatementPlan,
  type Reinstatable,
} from '../../../../lib/operations/reinstatement/make-reinstatement-plan.ts';
import { type Evidence, readEvidence } from '../../../../lib/operations/reinstatement/read-evidence.ts';
import type { ReinstatementPlan } from '../../../../lib/operations/reinstatement/reinstatement-plan.ts';
import { reinstatementProcedure } from '../../../../lib/operations/reinstatement/reinstatement-procedure.ts';
import { MemoryLedger } from '../../../fakes/memory-ledger.ts';
import type { VendorCloud } from '../../functions/kill-switch/vendor-cloud.ts';

const incident = 'inc-20a1f3';
const now = '2026-06-16T09:00:00.000Z';

export const reinstatable: Reinstatable = {
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
    matters: reinstatable.matters.map(({ id }) => id),
  });

export const controlOf = (cloud: VendorCloud, managementProfile?: string): AwsReinstatementControl =>
  new AwsReinstatementControl({
    region: 'eu-west-2',
    stateBucket: 'state',
    access: {
      requestHandler: cloud.boundary,
      credentials: { accessKeyId: 'AKIDCUSTODIAN', secretAccessKey: 'secret' },
      maxAttempts: 2,
    },
    ...(managementProfile === undefined ? {} : { managementProfile }),
  });

export const planOf = async (cloud: VendorCloud, of = incident): Promise<ReinstatementPlan> =>
  makeReinstatementPlan(reinstatable, of, evidenceOf(cloud, of), await controlOf(cloud).standing());

/** One reinstatement: a plan, its journal, and who says yes. */
export class ReinstatementCase {
  private constructor(
    readonly cloud: VendorCloud,
    readonly plan: ReinstatementPlan,
    readonly ledger: MemoryLedger,
  ) {}

  static async of(cloud: VendorCloud, which = incident): Promise<ReinstatementCase> {
    const plan = await planOf(cloud, which);
    return new ReinstatementCase(
      cloud,
      plan,
      new MemoryLedger(journalName(reinstatementProcedure, 'meridian', planHash(plan))),
    );
  }

  journal() {
    return Journal.open(this.ledger, planHash(this.plan), reinstatementProcedure);
  }

  async requested(by = 'p-a00001'): Promise<this> {
    await request(await this.journal(), this.plan, by, now);
    return this;
  }

  async approvedBy(...people: string[]): Promise<this> {
    for (const person of people) await approve(await this.journal(), person, now);
    return this;
  }

  async execute(profile: string | undefined = 'management'): Promise<ReinstatementOutcome> {
    const journal = await this.journal();
    return executeReinstatement({ journal, control: controlOf(this.cloud, profile), actor: 'p-a00001', now });
  }
}
