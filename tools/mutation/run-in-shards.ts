import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../lib/config/load-config.ts';
import { today } from '../../lib/model/clock.ts';
import { by } from '../../lib/model/order.ts';
import { buildApp } from '../../lib/operations/synthesis/build-app.ts';
import type { MutantResult } from './run-mutants.ts';

/** A mutation run over the shipped examples. */
export interface MutationRun {
  /** Vendors to synthesize. @default all */
  readonly only?: readonly string[];
  /** Results of one worker for the mutants that are its own, over the assembly in the folder. */
  readonly work: (folder: string, shard: Shard) => readonly MutantResult[];
  readonly report: (results: readonly MutantResult[]) => void;
}

/** Part of the mutants that one worker takes. */
export interface Shard {
  readonly ownOf: <T>(mutants: readonly T[]) => T[];
  /** Shown by the first worker on a terminal. */
  readonly progress: (done: number, all: number) => void;
}

/** Shares a run among as many processes of this script as there are processors, or LPO_WORKERS. */
export function runInShards(script: string, run: MutationRun): void {
  if (process.send === undefined) {
    void inChildren(script, run);
    return;
  }
  const [folder = '', ...place] = process.argv.slice(2);
  const [shard, workers] = place.map(Number) as [number, number];
  const progress = (done: number, all: number) => {
    if (shard === 0 && process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} `);
  };
  const ownOf = <T>(mutants: readonly T[]): T[] => mutants.filter((_, index) => index % workers === shard);
  process.send(run.work(folder, { ownOf, progress }));
}

async function inChildren(script: string, { only, report }: MutationRun): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lpo-mutate-'));
  try {
    buildApp(loadConfig('config'), { outdir: folder, asOf: today(), ...(only && { only }) }).synth();
    const workers = Number(process.env.LPO_WORKERS ?? availableParallelism());
    const shards = await Promise.all(
      Array.from({ length: workers }, (_, shard) =>
        inChild(script, [folder, `${shard}`, `${workers}`, ...process.argv.slice(2)]),
      ),
    );
    report(shards.flat().sort(by(({ name }) => name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inChild(script: string, args: string[]): Promise<MutantResult[]> {
  return new Promise((resolve, reject) => {
    let results: MutantResult[] = [];
    fork(script, args)
      .on('message', (message: MutantResult[]) => {
        results = message;
      })
      .on('exit', (code) =>
        code === 0 ? resolve(results) : reject(new Error(`a worker ended with ${code}`)),
      );
  });
}
