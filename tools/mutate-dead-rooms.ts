import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config.ts';
import { today } from '../lib/model/clock.ts';
import { buildApp } from '../lib/operations/synthesis/build-app.ts';
import { allStatements } from '../policies/proofs/all-statements.ts';
import { proveAssembly } from '../policies/proofs/prove-assembly.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';
import { deadRoomMutants } from './mutation/dead-room-mutants.ts';
import { deadRoomsAsMarkdown, mutationAsText } from './mutation/mutation-report.ts';
import type { MutantResult } from './mutation/run-mutants.ts';

/** Vendor whose room is made dead: one has every kind of zone and role. */
const vendor = 'meridian';
const jobs = allStatements.filter(({ part }) => part === 'work');

/**
 * `npm run mutate:dead-rooms`: closes one thing after the other that somebody's work needs, and asks the jobs. Writes
 * docs/dead-rooms.md. The work is shared as that of `npm run mutate` is.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lpo-dead-rooms-'));
  try {
    buildApp(loadConfig('config'), { outdir: folder, asOf: today(), only: [vendor] }).synth();
    const workers = Number(process.env.LPO_WORKERS ?? availableParallelism());
    const shards = await Promise.all(
      Array.from({ length: workers }, (_, shard) => inChild([folder, `${shard}`, `${workers}`])),
    );
    const results = shards.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
    process.stdout.write(mutationAsText(results));
    writeFileSync('docs/dead-rooms.md', deadRoomsAsMarkdown(results));
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

/** A worker: every `workers`-th mutant. Killed by the first job that is not proved any more. */
function work(folder: string, shard: number, workers: number): void {
  const { stacks, ...assembly } = readAssembly(folder);
  const room = { ...assembly, stacks: stacks.filter(({ id }) => id.startsWith(`${vendor}/`)) };
  const chosen = deadRoomMutants(room).filter((_, index) => index % workers === shard);
  const results = chosen.map(({ name, operator, type, stack, mutated }, index): MutantResult => {
    if (shard === 0 && process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${chosen.length} `);
    const after = { ...room, stacks: room.stacks.map((one) => (one.id === stack ? mutated : one)) };
    const report = proveAssembly(after, { statements: jobs });
    const by =
      report.failures[0]?.code ??
      report.results.find(({ verdict }) => verdict.kind !== 'proved')?.statement.id;
    return by === undefined
      ? { name, operator, type, outcome: 'survived' }
      : { name, operator, type, outcome: 'killed', by };
  });
  process.send?.(results);
}

const [folder = '', ...rest] = process.argv.slice(2);
if (process.send) {
  const [shard, workers] = rest.map(Number) as [number, number];
  work(folder, shard, workers);
} else void main();
