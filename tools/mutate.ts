import { writeFileSync } from 'node:fs';
import { today } from '../lib/model/clock.ts';
import { evaluateProofs } from '../policies/pipeline/evaluate-proofs.ts';
import type { Assembly, StackTemplate } from '../policies/template/assembly.ts';
import { AssemblyView } from '../policies/template/assembly-view.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';
import { mutantsOf } from './mutation/mutants-of.ts';
import { mutationAsMarkdown, mutationAsText } from './mutation/mutation-report.ts';
import { runInShards } from './mutation/run-in-shards.ts';
import { runMutants } from './mutation/run-mutants.ts';

const step = Number(process.argv.at(process.send ? 5 : 2) ?? 1);

/**
 * `npm run mutate`: plants one weakness after the other into the shipped examples and asks the judge.
 * `npm run mutate -- 20` takes every twentieth mutant; only a whole run writes docs/mutation.md.
 */
runInShards(import.meta.filename, {
  work: (folder, { ownOf, progress }) => {
    const assembly = readAssembly(folder);
    const chosen = ownOf(mutantsOf(assembly).filter((_, index) => index % step === 0));
    return runMutants(assembly, chosen, today(), [provers(assembly)], (done) =>
      progress(done + 1, chosen.length),
    );
  },
  report: (results) => {
    process.stdout.write(mutationAsText(results));
    if (step === 1) writeFileSync('docs/mutation.md', mutationAsMarkdown(results));
  },
});

/** The prover over the vendor a mutant is in, with what the organization adds: worlds are per vendor. */
function provers(assembly: Assembly): (mutated: Assembly, stack: StackTemplate) => readonly string[] {
  const vendors = [...new Set(assembly.stacks.map(({ id }) => id.split('/')[0] as string))];
  return (mutated, { id }) => {
    const own = id.split('/')[0] as string;
    const shared = own === 'organization' ? vendors : [own, 'organization'];
    const stacks = mutated.stacks.filter((stack) => shared.includes(stack.id.split('/')[0] as string));
    return evaluateProofs(new AssemblyView({ ...mutated, stacks })).findings.map(({ code }) => code);
  };
}
