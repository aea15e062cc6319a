import type { Finding } from '../catalogue/finding.ts';
import type { Acknowledgement, StackTemplate } from '../template/assembly.ts';

export interface AcknowledgedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly owner: string;
  /** YYYY-MM-DD. */
  readonly reviewBy: string;
}

export interface Acknowledged {
  readonly open: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
}

const form = /^(.+) \[owner: ([a-z0-9-]+); review by: (\d{4}-\d{2}-\d{2})\]$/s;

/** The one acknowledgement aws-cdk-lib makes itself: zones written out, which is what we ask it to do. */
const byTheCdk = 'CloudFormation-Validate::W3010';

/** Plugins that only run inside `cdk synth`, where an acknowledgement of theirs is judged. */
const elsewhere = /^(HIPAA\.Security|PCI\.DSS\.321)::/;

/**
 * Takes out the findings that somebody answers for in the assembly's metadata.
 *
 * Findings of our own controls are never acknowledged: they have exceptions. What is worse than no
 * acknowledgement becomes a finding: one without owner and date, past its date, or matching nothing.
 *
 * @param asOf YYYY-MM-DD; an acknowledgement is due on the day after its review date.
 * @param validated whether CloudFormation's validation ran; its acknowledgements cannot be judged otherwise.
 */
export function applyAcknowledgements(
  findings: readonly Finding[],
  stacks: readonly StackTemplate[],
  asOf: string,
  validated: boolean,
): Acknowledged {
  const all = stacks.flatMap((stack) =>
    (stack.acknowledgements ?? []).map((acknowledgement) => ({ stack, acknowledgement, used: false })),
  );
  const open: Finding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  for (const finding of findings) {
    const match = all.find(({ acknowledgement }) => covers(acknowledgement, finding));
    if (!match) {
      open.push(finding);
      continue;
    }
    match.used = true;
    const [, reason, owner, reviewBy] = form.exec(match.acknowledgement.reason) ?? [];
    acknowledged.push({
      finding,
      reason: reason ?? match.acknowledgement.reason,
      owner: owner ?? 'aws-cdk-lib',
      reviewBy: reviewBy ?? '9999-12-31',
    });
  }
  for (const { stack, acknowledgement, used } of all) {
    const fault = faultOf(acknowledgement, used, asOf, validated);
    if (fault) open.push(faultFinding(stack, acknowledgement, fault));
  }
  return { open, acknowledged };
}

/** The rule's exact id, with or without its plugin's name, on the construct or above it. */
function covers({ id, path }: Acknowledgement, { source, rule, constructPath }: Finding): boolean {
  if (source === 'LPO' || source === 'Proof' || constructPath === undefined) return false;
  const plugin = source === 'CloudFormation' ? 'CloudFormation-Validate' : source;
  if (id !== rule && id !== `${plugin}::${rule}`) return false;
  return `${constructPath}/`.startsWith(`${path}/`);
}

function faultOf(
  { id, reason }: Acknowledgement,
  used: boolean,
  asOf: string,
  validated: boolean,
): string | undefined {
  if (/^(LpoChecks::)?LPO-/.test(id)) return 'a control of ours is acknowledged; write an exception instead';
  if (id === byTheCdk) return undefined;
  const reviewBy = form.exec(reason)?.[3];
  if (reviewBy === undefined) return 'it names no owner and no review date';
  if (reviewBy < asOf) return `it was to be reviewed by ${reviewBy}`;
  const ran = !elsewhere.test(id) && (validated || !id.startsWith('CloudFormation-Validate::'));
  return ran && !used ? 'it matches no finding any more' : undefined;
}

const faultFinding = (stack: StackTemplate, { id, path }: Acknowledgement, got: string): Finding => ({
  source: 'Record',
  rule: 'acknowledgement',
  control: 'acknowledgement',
  title: 'An acknowledgement that is worse than none',
  severity: 'high',
  stack: stack.id,
  file: stack.file,
  constructPath: path,
  property: id,
  got,
  expected: 'an acknowledgement in use, with “[owner: …; review by: YYYY-MM-DD]” and a date to come',
  fix: 'renew it beside its construct, or remove it',
});
