import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config.ts';
import { buildApp } from '../lib/operations/synthesis/build-app.ts';
import { asOf } from './example-configs.ts';
import { writeFleet } from './fleet.ts';
import { type Measured, measure, median, ratio } from './measure.ts';
import { plainTable } from './plain-table.ts';

// `npm run bench:prove`
//
// What the proofs cost: a cold process over the two shipped vendors beside a cold process that synthesizes the
// same vendors with the AwsSolutions pack, and the cost of one vendor more, up to fifty. A missed target fails
// nothing: it is printed beside its target.
process.env.CDK_VALIDATION = 'false';
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const scratch = mkdtempSync(join(tmpdir(), 'closed-room-prove-'));
const counts = [2, 10, 50];

function synthesize(config: string, name: string): string {
  const outdir = join(scratch, name);
  buildApp(loadConfig(config), { outdir, asOf }).synth();
  return outdir;
}

const number = (value: unknown): number => Number(value);
const middle = (runs: readonly Measured[], of: (run: Measured) => number): number => median(runs.map(of));
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);

function processes(): string {
  const runs = measure(
    {
      none: { file: 'app', argv: [join(scratch, 'none'), 'none'] },
      pack: { file: 'aws-solutions', argv: [join(scratch, 'pack')] },
      prove: { file: 'prove', argv: [synthesize('config', 'shipped')] },
    },
    rounds,
  );
  const rows = (
    [
      ['synth, no check', 'none', ''],
      ['synth with AwsSolutions', 'pack', ''],
      ['prove', 'prove', '<= 1.5'],
    ] as const
  ).map(([what, name, target]) => [
    what,
    seconds(middle(runs[name], ({ cost }) => cost.wallMs)),
    seconds(middle(runs[name], ({ cost }) => cost.cpuMs)),
    ratio(runs[name], runs.pack, ({ wallMs }) => wallMs).toFixed(2),
    ratio(runs[name], runs.pack, ({ cpuMs }) => cpuMs).toFixed(2),
    target,
  ]);
  const pass = median(runs.pack.map(({ cost }, at) => cost.cpuMs - (runs.none[at] as Measured).cost.cpuMs));
  const own = middle(runs.prove, ({ said }) => number(said.proveCpuMs));
  return [
    'Two vendors, cold processes',
    '',
    plainTable(['', 'wall s', 'CPU s', 'x wall', 'x CPU', 'target'], rows),
    '',
    `The pack alone (the difference of the first two): ${seconds(pass)} s CPU.`,
    `The proofs alone, in their process: ${seconds(own)} s CPU, ${seconds(middle(runs.prove, ({ said }) => number(said.proveWallMs)))} s wall.`,
  ].join('\n');
}

function fleet(): string {
  const folder = writeFleet({ vendors: Math.max(...counts), matters: 2, reviewers: 3 });
  const assembly = synthesize(folder, 'fleet');
  rmSync(folder, { recursive: true });
  const programs = Object.fromEntries(
    counts.map((count) => [String(count), { file: 'prove', argv: [assembly, String(count)] }]),
  );
  const runs = measure(programs, rounds);
  const base = runs[String(counts[0])] as Measured[];
  const wholeOf = ({ cost }: Measured): number => cost.cpuMs;
  const rows = counts.map((count) => {
    const mine = runs[String(count)] as Measured[];
    const each = middle(mine, wholeOf) / count;
    const first = middle(base, wholeOf) / (counts[0] as number);
    const said = mine[0]?.said ?? {};
    return [
      String(count),
      String(said.proved),
      String(number(said.refuted) + number(said.unknown)),
      seconds(middle(mine, wholeOf)),
      (each / 1000).toFixed(3),
      (each / first).toFixed(2),
      count === counts[0] ? '' : '<= 1.2',
    ];
  });
  return `A fleet: cost of one vendor\n\n${plainTable(['vendors', 'proved', 'open', 'CPU s', 's a vendor', 'x first', 'target'], rows)}`;
}

try {
  process.stdout.write(`${processes()}\n\n${fleet()}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}
