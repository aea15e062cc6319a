import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config.ts';
import { buildApp } from '../lib/operations/synthesis/build-app.ts';
import { asOf, manyVendors } from './example-configs.ts';
import { type Measured, measure, median } from './measure.ts';
import { plainTable } from './plain-table.ts';

// `npm run bench:check [-- rounds [vendors]]`: what `lpo check` costs beside cdk-nag's AwsSolutions pack alone over
// the same templates in the same round, as ratios of processor and wall time, and what a further vendor costs. A missed
// target fails nothing: it is printed beside its target.
process.env.CDK_VALIDATION = 'false';
const [rounds = 3, vendors = 50] = process.argv.slice(2).map(Number);
const scratch = mkdtempSync(join(tmpdir(), 'lpo-bench-check-'));
try {
  const [two, many] = [synthesize(2), synthesize(vendors)];
  const runs = measure(
    {
      solutions: { file: 'check', argv: ['solutions', two] },
      check: { file: 'check', argv: ['check', two] },
      validated: { file: 'check', argv: ['validated', two] },
      many: { file: 'check', argv: ['check', many] },
    },
    rounds,
  );
  process.stdout.write(`${beside(runs)}\n\n${growth(runs)}\n\n${parts(runs.check)}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}

function synthesize(count: number): string {
  const outdir = join(scratch, String(count));
  buildApp(manyVendors(loadConfig('config'), count), { outdir, asOf }).synth();
  return outdir;
}

type Runs = Readonly<Record<'solutions' | 'check' | 'validated' | 'many', Measured[]>>;

function beside({ solutions, check, validated }: Runs): string {
  const row = (name: string, run: Measured[], limit: string) => [
    name,
    seconds(median(run.map(judged))),
    ratio(run, solutions, judged),
    seconds(median(run.map(wholeProcess))),
    ratio(run, solutions, wholeProcess),
    seconds(median(run.map(wall))),
    ratio(run, solutions, wall),
    limit,
  ];
  return plainTable(
    ['two vendors', 'judging CPU s', 'x', 'process CPU s', 'x', 'wall s', 'x', 'at most'],
    [
      row('AwsSolutions alone', solutions, ''),
      row('lpo check', check, '2.00'),
      row('and CloudFormation validation', validated, ''),
    ],
  );
}

function growth({ check, many }: Runs): string {
  const [first, each] = [median(check.map(judged)) / 2, median(many.map(judged)) / vendors];
  return plainTable(
    ['lpo check, a vendor', 'judging s', 'x', 'at most'],
    [
      ['of two', seconds(first), '1.00', ''],
      [`of ${vendors}`, seconds(each), (each / first).toFixed(2), '1.15'],
    ],
  );
}

/** Where the time of two vendors goes. */
function parts(check: readonly Measured[]): string {
  const runs = check.map(({ said }) => said.runs as { source: string; milliseconds: number }[]);
  return plainTable(
    ['part of lpo check', 'seconds'],
    (runs[0] ?? []).map(({ source }, at) => [
      source,
      seconds(median(runs.map((run) => run[at]?.milliseconds ?? Number.NaN))),
    ]),
  );
}

function judged({ said }: Measured): number {
  return Number(said.judged);
}

function wholeProcess({ cost }: Measured): number {
  return cost.cpuMs;
}

/** Median over the rounds of one against the other in the same round. */
function ratio(
  run: readonly Measured[],
  reference: readonly Measured[],
  of: (one: Measured) => number,
): string {
  return median(run.map((one, round) => of(one) / of(reference[round] as Measured))).toFixed(2);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function wall({ cost }: Measured): number {
  return cost.wallMs;
}
