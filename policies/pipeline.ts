import type { Exception } from '../lib/model/exception.ts';
import type { Finding } from '../lib/model/finding.ts';
import { bySeverity } from '../lib/model/finding-order.ts';
import {
  type AcknowledgedFinding,
  applyAcknowledgements,
} from './acknowledgements/apply-acknowledgements.ts';
import { applyExceptions, type ExceptedFinding } from './acknowledgements/apply-exceptions.ts';
import { controls as catalogue, catalogueFacts } from './catalogue/catalogue.ts';
import { judge } from './catalogue/judge.ts';
import { dataPacks } from './packs/data-packs.ts';
import { evaluatePack, notIncluded } from './packs/evaluate-pack.ts';
import { AwsSolutions, Nist80053R5 } from './packs/packs.ts';
import { validateTemplates } from './packs/validate-templates.ts';
import { annotationFindings } from './pipeline/annotation-findings.ts';
import { evaluateProofs } from './pipeline/evaluate-proofs.ts';
import type { Assembly } from './template/assembly.ts';
import { AssemblyView } from './template/assembly-view.ts';
import { withoutCdkEnvironment } from './template/clean-environment.ts';
import { includeStacks } from './template/include-stacks.ts';

/** Choices of one evaluation. */
export interface EvaluateOptions {
  /** YYYY-MM-DD for which dates are evaluated. */
  readonly asOf: string;
  /** Ids of our controls. @default - all, and everything else */
  readonly controls?: readonly string[];
  /** Accepted departures; one that covers nothing, or has expired, is a finding. @default - none */
  readonly exceptions?: readonly Exception[];
  /**
   * Names of stages that the exceptions may be about and that were not built, such as a vendor whose gate is shut; what
   * may be about one of them is not called unused.
   *
   * @default - none; every stage is in the assembly
   */
  readonly absentStages?: readonly string[];
  /** CloudFormation's validation. @default true */
  readonly cloudFormation?: boolean;
  /** Monotonic clock in milliseconds. @default - all times are 0 */
  readonly clock?: () => number;
  /** Called with the name of each step that begins. @default - no calls */
  readonly progress?: (step: string) => void;
}

/** Rules asked or claims decided by one source, and the milliseconds they took. */
export interface Run {
  /** Name of the source: `LPO controls`, `AwsSolutions`, `proofs`. */
  readonly source: string;
  /** Number of rules asked or claims decided. */
  readonly evaluations: number;
  /** 0 without a clock. */
  readonly milliseconds: number;
}

/** Result of one evaluation. */
export interface Evaluation {
  /** Folder of the assembly. */
  readonly directory: string;
  /** YYYY-MM-DD for which dates were evaluated. */
  readonly asOf: string;
  /** Number of stacks. */
  readonly stacks: number;
  /** Number of resources. */
  readonly resources: number;
  /** One for each source, in the order they ran. */
  readonly runs: readonly Run[];
  /** Sources that did not run, and why, in words. */
  readonly notRun: readonly string[];
  /** Findings that nobody has accepted, worst first. */
  readonly findings: readonly Finding[];
  /** Findings accepted beside their construct. */
  readonly acknowledged: readonly AcknowledgedFinding[];
  /** Findings accepted in the exceptions. */
  readonly excepted: readonly ExceptedFinding[];
}

/**
 * Every check there is over one assembly: our controls, the public packs, the proofs, CloudFormation's
 * validation; then what is acknowledged and excepted is set apart. `lpo synth` and `lpo check` both end here.
 */
export const evaluate = (assembly: Assembly, options: EvaluateOptions): Evaluation =>
  withoutCdkEnvironment(() => evaluateHere(assembly, options));

function evaluateHere(assembly: Assembly, options: EvaluateOptions): Evaluation {
  const { asOf, exceptions = [], absentStages, cloudFormation = true } = options;
  const view = new AssemblyView(assembly);
  const steps = new Steps(options);
  const asked = options.controls ? catalogue.filter(({ id }) => options.controls?.includes(id)) : catalogue;
  steps.run('LPO controls', () => {
    const { findings, verdicts } = judge(view, asked, catalogueFacts);
    return { findings, evaluations: verdicts };
  });
  const coverage = options.controls ? new Map() : evaluateTheRest(view, steps, cloudFormation);
  const { open, acknowledged } = options.controls
    ? { open: steps.findings, acknowledged: [] }
    : applyAcknowledgements(steps.findings, assembly.stacks, asOf, coverage);
  const relevant = options.controls
    ? exceptions.filter(({ rule }) => asked.some(({ id }) => rule.startsWith(`${id}/`)))
    : exceptions;
  const answered = applyExceptions(open, relevant, catalogue, asOf, absentStages);
  return {
    directory: assembly.directory,
    asOf,
    stacks: assembly.stacks.length,
    resources: view.resources.length,
    runs: steps.runs,
    notRun: notRun(options),
    findings: [...answered.open].sort(bySeverity),
    acknowledged,
    excepted: answered.excepted,
  };
}

/** Sources that were left out: a reader of a report must not take what nobody asked for as answered. */
function notRun({ controls, cloudFormation = true }: EvaluateOptions): string[] {
  if (controls)
    return ['other controls', 'cdk-nag', 'proofs', validation].map(
      (source) => `${source}: only ${controls.join(', ')} asked for`,
    );
  return cloudFormation ? [] : [`${validation}: left out as asked for`];
}

const validation = 'CloudFormation validation';

/** Packs, proofs and validation; returns the stacks each plugin looked at. */
function evaluateTheRest(
  view: AssemblyView,
  steps: Steps,
  cloudFormation: boolean,
): Map<string, ReadonlySet<string>> {
  const { stacks } = view.assembly;
  const all = new Set(stacks.map(({ id }) => id));
  const coverage = new Map<string, ReadonlySet<string>>([['CDK', all]]);
  const included = steps.run('cdk-nag, templates read', () => {
    const result = includeStacks(stacks);
    return { findings: notIncluded(result), evaluations: stacks.length, result };
  }).result;
  const everywhere = [new AwsSolutions(), new Nist80053R5()].map((pack) => ({ pack, stacks: undefined }));
  for (const { pack, stacks: only } of [...everywhere, ...dataPacks(view)]) {
    steps.run(pack.name, () => evaluatePack(included, pack, only));
    coverage.set(pack.name, only ?? all);
  }
  steps.run('proofs', () => {
    const { findings, assertions } = evaluateProofs(view);
    return { findings, evaluations: assertions };
  });
  if (cloudFormation) {
    steps.run(validation, () => ({
      findings: validateTemplates(stacks),
      evaluations: stacks.length,
    }));
    coverage.set('CloudFormation-Validate', all);
  }
  steps.findings.push(...annotationFindings(stacks));
  return coverage;
}

/** Steps that ran, what they found and how long they took. */
class Steps {
  readonly findings: Finding[] = [];
  readonly runs: Run[] = [];

  constructor(private readonly options: Pick<EvaluateOptions, 'clock' | 'progress'>) {}

  run<T extends { findings: readonly Finding[]; evaluations: number }>(source: string, step: () => T): T {
    const { clock = () => 0, progress = () => {} } = this.options;
    progress(source);
    const start = clock();
    const done = step();
    this.findings.push(...done.findings);
    this.runs.push({ source, evaluations: done.evaluations, milliseconds: clock() - start });
    return done;
  }
}
