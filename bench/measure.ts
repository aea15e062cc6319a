import { spawnSync } from 'node:child_process';

/** What one run of a program cost. */
export interface Cost {
  /** From before the process is started until after it has ended, milliseconds. */
  readonly wallMs: number;
  /** User and system time of the process, milliseconds. */
  readonly cpuMs: number;
  /** Largest resident set, megabytes. */
  readonly peakMb: number;
}

export interface Measured {
  readonly cost: Cost;
  /** What the program printed, parsed as JSON, without its `usage`. */
  readonly said: Record<string, unknown>;
}

/** A TypeScript program of `bench/programs`. It prints one JSON object, with its own resource usage in it. */
export interface Program {
  readonly file: string;
  readonly argv: readonly string[];
  /** Environment on top of this process's own; undefined takes a variable away. @default - nothing */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs every program `rounds` times, one after the other within each round, so that whatever else the machine
 * does falls on all of them alike. The first round warms caches and is thrown away.
 *
 * @throws when a program fails or prints something else.
 */
export function measure<Name extends string>(
  programs: Readonly<Record<Name, Program>>,
  rounds: number,
): Record<Name, Measured[]> {
  const names = Object.keys(programs) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Measured[]>;
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const measured = runOnce(programs[name]);
      if (round > 0) runs[name].push(measured);
      progress(`round ${round} of ${rounds}: ${name}`);
    }
  progress('');
  return runs;
}

function runOnce({ file, argv, env }: Program): Measured {
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--import', '@oxc-node/core/register', `bench/programs/${file}.ts`, ...argv],
    {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  const wallMs = performance.now() - started;
  if (run.status !== 0) throw new Error(`bench/programs/${file}.ts ${argv.join(' ')} failed:\n${run.stderr}`);
  const { usage, ...said } = JSON.parse(run.stdout) as { usage: NodeJS.ResourceUsage };
  const cpuMs = (usage.userCPUTime + usage.systemCPUTime) / 1000;
  return { cost: { wallMs, cpuMs, peakMb: usage.maxRSS / 1024 }, said };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  if (middle.length === 0) throw new Error('the median of nothing');
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** Median over the rounds of what `subject` cost against `reference` in the same round. */
export function ratio(
  subject: readonly Measured[],
  reference: readonly Measured[],
  of: (cost: Cost) => number,
): number {
  return median(subject.map(({ cost }, round) => of(cost) / of((reference[round] as Measured).cost)));
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
