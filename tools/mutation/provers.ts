import { evaluateProofs } from '../../policies/pipeline/evaluate-proofs.ts';
import type { Assembly } from '../../policies/template/assembly.ts';
import { AssemblyView } from '../../policies/template/assembly-view.ts';
import type { FurtherJudge } from './run-mutants.ts';

/** The prover over the vendor a mutant is in, with what the organization adds: worlds are per vendor. */
export function provers(assembly: Assembly): FurtherJudge {
  const vendors = [...new Set(assembly.stacks.map(({ id }) => id.split('/')[0] as string))];
  return (mutated, { id }) => {
    const own = id.split('/')[0] as string;
    const shared = own === 'organization' ? vendors : [own, 'organization'];
    const stacks = mutated.stacks.filter((stack) => shared.includes(stack.id.split('/')[0] as string));
    return evaluateProofs(new AssemblyView({ ...mutated, stacks })).findings.map(({ code }) => code);
  };
}
