import type { Finding, StackPlace } from '../../lib/model/finding.ts';
import { applyAcknowledgements } from '../../policies/acknowledgements/apply-acknowledgements.ts';
import { catalogueFacts, controls } from '../../policies/catalogue/catalogue.ts';
import { judge } from '../../policies/catalogue/judge.ts';
import { evaluatePack, notIncluded } from '../../policies/packs/evaluate-pack.ts';
import { AwsSolutions, Nist80053R5 } from '../../policies/packs/packs.ts';
import type { Assembly, StackTemplate } from '../../policies/template/assembly.ts';
import { AssemblyView } from '../../policies/template/assembly-view.ts';
import { includeStacks } from '../../policies/template/include-stacks.ts';
import type { Mutant } from './mutant.ts';

export interface MutantResult extends Pick<Mutant, 'name' | 'operator' | 'type' | 'equivalent'> {
  readonly outcome: 'killed' | 'survived' | 'equivalent';
  /** The first rule that noticed. */
  readonly by?: string;
  /** True where what it says names the culprit; only of dead rooms. */
  readonly named?: boolean;
}

/** A further judge, for example the prover; names of what it finds in the mutated assembly. */
export type FurtherJudge = (assembly: Assembly, mutated: StackTemplate) => readonly string[];

/**
 * Runs `check` on each mutant: our controls first, then the packs over the mutated stack, then further judges.
 *
 * A mutant is killed by a finding that the untouched assembly does not have. One declared equivalent is not run:
 * it weakens nothing, so nothing needs to notice.
 */
export function runMutants(
  assembly: Assembly,
  mutants: readonly Mutant[],
  asOf: string,
  further: readonly FurtherJudge[] = [],
  progress: (done: number) => void = () => {},
): MutantResult[] {
  const known = new Map<string, ReadonlySet<string>>();
  const notices = (scope: string, original: Assembly, mutated: Assembly): Finding<StackPlace> | undefined => {
    const before = known.get(scope) ?? new Set(judged(original).map(key));
    known.set(scope, before);
    return judged(mutated).find((one) => !before.has(key(one)));
  };
  const knownInStack = new Map<string, ReadonlySet<string>>();
  const packs = (stack: StackTemplate): string[] => {
    const included = includeStacks([stack]);
    const findings = [new AwsSolutions(), new Nist80053R5()].flatMap(
      (pack) => evaluatePack(included, pack).findings,
    );
    return applyAcknowledgements([...notIncluded(included), ...findings], [stack], asOf, new Map())
      .open.filter(({ source }) => source !== 'Record')
      .map((one) => key(one as Finding<StackPlace>));
  };
  return mutants.map((mutant, index) => {
    progress(index);
    const { name, operator, type, equivalent } = mutant;
    const facts = { name, operator, type, ...(equivalent ? { equivalent } : {}) };
    if (equivalent) return { ...facts, outcome: 'equivalent' };
    const stacks = assembly.stacks.map((stack) => (stack.id === mutant.stack ? mutant.mutated : stack));
    const mutated: Assembly = { ...assembly, stacks };
    // Most checks need no more than the vendor and the organization; the whole assembly is asked last.
    const stage = stageOf(mutant.stack);
    const noticed =
      notices(stage, ofStage(assembly, stage), ofStage(mutated, stage)) ?? notices('', assembly, mutated);
    if (noticed) return { ...facts, outcome: 'killed', by: noticed.code };
    const original = assembly.stacks.find(({ id }) => id === mutant.stack) as StackTemplate;
    const before = knownInStack.get(original.id) ?? new Set(packs(original));
    knownInStack.set(original.id, before);
    const byPack = packs(mutant.mutated).find((one) => !before.has(one));
    if (byPack) return { ...facts, outcome: 'killed', by: byPack.split('\n')[0] as string };
    for (const further_ of further) {
      const [by] = further_(mutated, mutant.mutated);
      if (by) return { ...facts, outcome: 'killed', by };
    }
    return { ...facts, outcome: 'survived' };
  });
}

const judged = (assembly: Assembly): readonly Finding<StackPlace>[] =>
  judge(new AssemblyView(assembly), controls, catalogueFacts).findings;

const stageOf = (id: string): string => id.split('/')[0] as string;

const ofStage = (assembly: Assembly, stage: string): Assembly => ({
  ...assembly,
  stacks: assembly.stacks.filter(({ id }) => [stage, 'organization'].includes(stageOf(id))),
});

const key = ({ code, where, got }: Finding<StackPlace>): string =>
  [code, where.stack, where.logicalId ?? '', where.property ?? '-', got].join('\n');
