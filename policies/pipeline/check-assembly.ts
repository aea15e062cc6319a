import { applyExceptions, type ExceptedFinding } from '../acknowledgements/apply-exceptions.ts';
import type { Exception } from '../acknowledgements/exception.ts';
import { controls as catalogue, catalogueFacts } from '../catalogue/catalogue.ts';
import type { Finding } from '../catalogue/finding.ts';
import { judge } from '../catalogue/judge.ts';
import { judgeWithPacks } from '../packs/judge-with-packs.ts';
import { validateTemplates } from '../packs/validate-templates.ts';
import type { Assembly } from '../template/assembly.ts';
import { AssemblyView } from '../template/assembly-view.ts';
import { includeStacks } from '../template/include-stacks.ts';
import { type AcknowledgedFinding, applyAcknowledgements } from './apply-acknowledgements.ts';
import { judgeWithProofs } from './judge-with-proofs.ts';

export interface CheckOptions {
  /** YYYY-MM-DD on which dates are judged. */
  readonly asOf: string;
  /** Ids of our controls. @default - all, and everything else */
  readonly controls?: readonly string[];
  readonly exceptions?: readonly Exception[];
  /** CloudFormation's validation. @default true */
  readonly cloudFormation?: boolean;
  /** Monotonic clock in milliseconds. @default - all times are 0 */
  readonly clock?: () => number;
  /** Told what begins. @default - nobody */
  readonly progress?: (step: string) => void;
}

/** Verdicts or rules asked, by source, and the milliseconds each took. */
export interface CheckRun {
  readonly source: string;
  readonly evaluations: number;
  readonly milliseconds: number;
}

export interface CheckResult {
  readonly directory: string;
  /** YYYY-MM-DD on which dates were judged. */
  readonly asOf: string;
  readonly stacks: number;
  readonly resources: number;
  readonly runs: readonly CheckRun[];
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly excepted: readonly ExceptedFinding[];
}

/** Every check there is over one assembly: our controls, the public packs, the proofs, CloudFormation's validation. */
export function checkAssembly(assembly: Assembly, options: CheckOptions): CheckResult {
  const { asOf, exceptions = [], cloudFormation = true, clock = () => 0, progress = () => {} } = options;
  const runs: CheckRun[] = [];
  const timed = (source: string, run: () => { findings: readonly Finding[]; evaluations: number }) => {
    progress(source);
    const start = clock();
    const { findings, evaluations } = run();
    runs.push({ source, evaluations, milliseconds: clock() - start });
    return findings;
  };
  const view = new AssemblyView(assembly);
  const asked = options.controls ? catalogue.filter(({ id }) => options.controls?.includes(id)) : catalogue;
  const findings: Finding[] = [];
  findings.push(
    ...timed('LPO controls', () => {
      const { findings: found, verdicts } = judge(view, asked, catalogueFacts);
      return { findings: found, evaluations: verdicts };
    }),
  );
  if (!options.controls) {
    findings.push(
      ...timed('cdk-nag packs', () => {
        const { findings: found, evaluations } = judgeWithPacks(includeStacks(assembly.stacks));
        return {
          findings: found,
          evaluations: [...evaluations.values()].reduce((sum, count) => sum + count, 0),
        };
      }),
    );
    findings.push(
      ...timed('proofs', () => {
        const { findings: found, assertions } = judgeWithProofs(view);
        return { findings: found, evaluations: assertions };
      }),
    );
    if (cloudFormation)
      findings.push(
        ...timed('CloudFormation validation', () => ({
          findings: validateTemplates(assembly.stacks),
          evaluations: assembly.stacks.length,
        })),
      );
  }
  const answered = options.controls
    ? { open: findings, acknowledged: [] }
    : applyAcknowledgements(findings, assembly.stacks, asOf, cloudFormation);
  const relevant = options.controls
    ? exceptions.filter(({ rule }) => asked.some(({ id }) => rule.startsWith(`${id}/`)))
    : exceptions;
  const { open, excepted } = applyExceptions(answered.open, relevant, catalogue, asOf);
  return {
    directory: assembly.directory,
    asOf,
    stacks: assembly.stacks.length,
    resources: view.resources.length,
    runs,
    findings: [...open].sort(byPlace),
    acknowledged: answered.acknowledged,
    excepted,
  };
}

const ranks = { critical: 0, high: 1, medium: 2, low: 3 } as const;

/** Worst first, then by place: the same assembly gives the same order. */
const byPlace = (a: Finding, b: Finding): number =>
  ranks[a.severity] - ranks[b.severity] || key(a).localeCompare(key(b), 'en');

const key = ({ stack, rule, logicalId = '', property, got }: Finding): string =>
  [stack, rule, logicalId, property, got].join('\n');
