import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config.ts';
import { today } from '../lib/model/clock.ts';
import { buildApp } from '../lib/operations/synthesis/build-app.ts';
import { evaluateProofs } from '../policies/pipeline/evaluate-proofs.ts';
import type { Assembly, StackTemplate } from '../policies/template/assembly.ts';
import { AssemblyView } from '../policies/template/assembly-view.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';
import { mutantsOf } from './mutation/mutants-of.ts';
import { mutationAsMarkdown, mutationAsText } from './mutation/mutation-report.ts';
import { type MutantResult, runMutants } from './mutation/run-mutants.ts';

/**
 * `npm run mutate`: plants one weakness after the other into the shipped examples and asks the judge.
 * `npm run mutate -- 20` takes every twentieth mutant; only a whole run writes docs/mutation.md. The work is
 * shared among as many processes as there are processors, or LPO_WORKERS.
 */
async function main(step: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lpo-mutate-'));
  try {
    buildApp(loadConfig('config'), { outdir: folder, asOf: today() }).synth();
    const workers = Number(process.env.LPO_WORKERS ?? availableParallelism());
    const shards = await Promise.all(
      Array.from({ length: workers }, (_, shard) =>
        inChild([folder, String(step), String(shard), String(workers)]),
      ),
    );
    const results = shards.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
    process.stdout.write(mutationAsText(results));
    if (step === 1) writeFileSync('docs/mutation.md', mutationAsMarkdown(results));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inChild(args: string[]): Promise<MutantResult[]> {
  return new Promise((resolve, reject) => {
    let results: MutantResult[] = [];
    fork(import.meta.filename, args)
      .on('message', (message: MutantResult[]) => {
        results = message;
      })
      .on('exit', (code) =>
        code === 0 ? resolve(results) : reject(new Error(`a worker ended with ${code}`)),
      );
  });
}

/** A worker: every `workers`-th of the chosen mutants. */
function work(folder: string, step: number, shard: number, workers: number): void {
  const assembly = readAssembly(folder);
  const chosen = mutantsOf(assembly)
    .filter((_, index) => index % step === 0)
    .filter((_, index) => index % workers === shard);
  const progress = (done: number) => {
    if (shard === 0 && process.stderr.isTTY) process.stderr.write(`\r${done + 1} of ${chosen.length} `);
  };
  process.send?.(runMutants(assembly, chosen, today(), [provers(assembly)], progress));
}

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

const [first = '1', ...rest] = process.argv.slice(2);
if (process.send) {
  const [step, shard, workers] = rest.map(Number) as [number, number, number];
  work(first, step, shard, workers);
} else void main(Number(first));
