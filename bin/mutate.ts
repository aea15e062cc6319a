import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config';
import { mutationAsMarkdown, mutationAsText } from '../lib/reports/mutation/mutation-report';
import type { Assembly, StackTemplate } from '../policies/assembly/assembly';
import { AssemblyView } from '../policies/assembly/assembly-view';
import { readAssembly } from '../policies/assembly/read-assembly';
import { judgeWithProofs } from '../policies/check/judge-with-proofs';
import { mutantsOf } from '../policies/mutation/mutants-of';
import { runMutants } from '../policies/mutation/run-mutants';
import { buildApp } from './build-app';
import { today } from './today';

/**
 * `npm run mutate`: plants one weakness after the other into the shipped examples and asks the judge.
 * `npm run mutate -- 20` takes every twentieth mutant; only a whole run writes docs/mutation.md.
 */
function main(step: number, asOf: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'lpo-mutate-'));
  try {
    buildApp(loadConfig('config'), { outdir: folder, nag: false, asOf }).app.synth();
    const assembly = readAssembly(folder);
    const mutants = mutantsOf(assembly).filter((_, index) => index % step === 0);
    const results = runMutants(assembly, mutants, asOf, [provers(assembly)], (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done + 1} of ${mutants.length}`);
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    process.stdout.write(mutationAsText(results));
    if (step === 1) writeFileSync('docs/mutation.md', mutationAsMarkdown(results));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The prover over the vendor a mutant is in, with what the organization adds: worlds are per vendor. */
function provers(assembly: Assembly): (mutated: Assembly, stack: StackTemplate) => readonly string[] {
  const vendors = [...new Set(assembly.stacks.map(({ id }) => id.split('/')[0] as string))];
  return (mutated, { id }) => {
    const own = id.split('/')[0] as string;
    const shared = own === 'organization' ? vendors : [own, 'organization'];
    const stacks = mutated.stacks.filter((stack) => shared.includes(stack.id.split('/')[0] as string));
    return judgeWithProofs(new AssemblyView({ ...mutated, stacks })).findings.map(({ rule }) => rule);
  };
}

main(Number(process.argv[2] ?? 1), today());
