import type { Finding } from '../../lib/model/finding.ts';
import type { Acknowledgement, StackTemplate } from '../template/assembly.ts';
import { accountability, byTheCdk } from './accountability.ts';

/** A finding accepted beside its construct, and who answers for it. */
export interface AcknowledgedFinding {
  /** Finding that is accepted. */
  readonly finding: Finding;
  /** Reason, for a reviewer to check. */
  readonly reason: string;
  /** Owner who answers for it. */
  readonly owner: string;
  /** YYYY-MM-DD. */
  readonly reviewBy: string;
}

export interface Acknowledged {
  readonly open: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
}

/** Stacks that each plugin looked at, by the name its acknowledgements carry. */
export type Coverage = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Takes out the findings that somebody answers for in the assembly's metadata.
 *
 * Findings of our own controls and proofs are never acknowledged: controls have exceptions. What is worse than
 * no acknowledgement becomes a finding: one without owner and date, past its date, or matching nothing.
 *
 * @param asOf YYYY-MM-DD; an acknowledgement is due on the day after its review date.
 * @param coverage an acknowledgement of a plugin that did not look at its stack cannot be called unused.
 */
export function applyAcknowledgements(
  findings: readonly Finding[],
  stacks: readonly StackTemplate[],
  asOf: string,
  coverage: Coverage,
): Acknowledged {
  // Of two on the way up from a construct the nearer one is used, as the CDK does it.
  const all = stacks
    .flatMap((stack) =>
      (stack.acknowledgements ?? []).map((acknowledgement) => ({ stack, acknowledgement, used: false })),
    )
    .sort((a, b) => b.acknowledgement.path.length - a.acknowledgement.path.length);
  const open: Finding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  for (const finding of findings) {
    const match = all.find(({ acknowledgement }) => covers(acknowledgement, finding));
    if (!match) {
      open.push(finding);
      continue;
    }
    match.used = true;
    const { reason } = match.acknowledgement;
    const answers = accountability(reason);
    acknowledged.push({
      finding,
      reason: answers?.reason ?? reason,
      owner: answers?.owner ?? 'aws-cdk-lib',
      reviewBy: answers?.reviewBy ?? '9999-12-31',
    });
  }
  for (const { stack, acknowledgement, used } of all) {
    const looked = coverage.get(pluginOf(acknowledgement.id))?.has(stack.id) ?? false;
    const fault = faultOf(acknowledgement, looked && !used, asOf);
    if (fault) open.push(faultFinding(stack, acknowledgement, fault));
  }
  return { open, acknowledged };
}

/** The rule's exact id, with or without its plugin's name, on the construct or above it. */
function covers({ id, path }: Acknowledgement, { source, code, where }: Finding): boolean {
  if (source === 'LPO' || source === 'Proof' || !('stack' in where) || where.constructPath === undefined)
    return false;
  const plugin = source === 'CloudFormation' ? 'CloudFormation-Validate' : source;
  if (id !== code && id !== `${plugin}::${code}`) return false;
  return `${where.constructPath}/`.startsWith(`${path}/`);
}

/** Rules of packs begin with the pack's name; those of CDK's own annotations have no plugin. */
function pluginOf(id: string): string {
  const [plugin, rule] = id.split('::');
  if (rule !== undefined) return plugin as string;
  return /^(AwsSolutions|NIST\.800\.53\.R5|HIPAA\.Security|PCI\.DSS\.321)-/.exec(id)?.[1] ?? 'CDK';
}

type Fault = readonly ['of-a-control' | 'unused' | 'unaccountable' | 'past-review', string];

function faultOf({ id, reason }: Acknowledgement, unused: boolean, asOf: string): Fault | undefined {
  if (/^(LpoChecks::)?LPO-/.test(id))
    return ['of-a-control', 'a control of ours is acknowledged; write an exception instead'];
  if (id === byTheCdk.id && reason === byTheCdk.reason) return undefined;
  const answers = accountability(reason);
  if (!answers) return ['unaccountable', 'it names no owner and no review date'];
  if (answers.reviewBy < asOf)
    return ['past-review', `it was to be reviewed by ${answers.reviewBy}; ${answers.owner} decides again`];
  return unused ? ['unused', 'it matches no finding any more'] : undefined;
}

const faultFinding = (stack: StackTemplate, { id, path }: Acknowledgement, [kind, got]: Fault): Finding => ({
  source: 'Record',
  code: `acknowledgement-${kind}`,
  title: 'An acknowledgement that is worse than none',
  severity: 'high',
  where: { stack: stack.id, file: stack.file, constructPath: path, property: id },
  got,
  expected: 'an acknowledgement in use, with “[owner: …; review by: YYYY-MM-DD]” and a date to come',
  fix: 'renew it beside its construct, or remove it',
});
