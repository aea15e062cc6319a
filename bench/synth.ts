import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config.ts';
import { type Cost, type Measured, measure, median, type Program, ratio } from './measure.ts';
import { plainTable } from './plain-table.ts';

// How long synthesis takes, as ratios against a reference of the same run. A missed target fails nothing: it is
// printed beside its target. Only a measurement that could not be made is an error.

const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const vendor = 'meridian';
const vendorCounts = [1, 2, 4, 8];
const scratch = mkdtempSync(join(tmpdir(), 'closed-room-bench-'));
const folder = (name: string): string => join(scratch, name);

const unvalidated = { CDK_VALIDATION: 'false' };
const app = (
  name: string,
  packs: 'none' | 'nag' | 'controls',
  data: 'shipped' | 'every' = 'shipped',
  only: readonly string[] = [],
): Program => ({ file: 'app', argv: [folder(name), packs, data, ...only], env: unvalidated });

const wall = ({ wallMs }: Cost): number => wallMs;
const cpu = ({ cpuMs }: Cost): number => cpuMs;

interface Row {
  readonly what: string;
  readonly runs: readonly Measured[];
  readonly reference?: readonly Measured[];
  readonly target?: number;
}

function render(title: string, rows: readonly Row[]): string {
  const cells = rows.map(({ what, runs, reference, target }) => {
    const middle = (of: (cost: Cost) => number) => median(runs.map(({ cost }) => of(cost)));
    return [
      what,
      (middle(wall) / 1000).toFixed(2),
      (middle(cpu) / 1000).toFixed(2),
      middle(({ peakMb }) => peakMb).toFixed(0),
      reference ? ratio(runs, reference, wall).toFixed(2) : '1',
      reference ? ratio(runs, reference, cpu).toFixed(2) : '1',
      target === undefined ? '' : `<= ${target}`,
    ];
  });
  return `${title}\n\n${plainTable(['', 'wall s', 'CPU s', 'peak MB', 'x wall', 'x CPU', 'target'], cells)}\n\n`;
}

/** Templates of an assembly, by file name without folder. */
function templatesIn(directory: string): Record<string, unknown> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.template.json'))
      .sort()
      .map((file) => [
        file.replace(/^.*[/\\]|\.template\.json$/g, ''),
        JSON.parse(readFileSync(join(directory, file), 'utf8')),
      ]),
  );
}

function start(): string {
  const { files: _, ...content } = loadConfig('config');
  const config = folder('config.json');
  writeFileSync(config, JSON.stringify(content));
  const templates = folder('templates.json');
  measure({ once: app('templates', 'none', 'shipped', [vendor]) }, 1);
  writeFileSync(templates, JSON.stringify(templatesIn(folder('templates'))));

  const runs = measure(
    {
      bare: { file: 'bare', argv: [folder('bare'), config, vendor], env: unvalidated },
      app: app('app', 'none', 'shipped', [vendor]),
      resources: { file: 'resources', argv: [folder('resources'), templates], env: unvalidated },
    },
    rounds,
  );
  const [ours, bare] = [templatesIn(folder('app')), templatesIn(folder('bare'))];
  if (Object.keys(ours).length === 0 || JSON.stringify(ours) !== JSON.stringify(bare))
    throw new Error('the bare app and ours did not write the same templates');
  return render(`Start: one vendor (${vendor}), no checks`, [
    { what: 'bare CDK app, same stages', runs: runs.bare },
    { what: 'the app', runs: runs.app, reference: runs.bare, target: 1.25 },
    { what: 'same resources as plain L1', runs: runs.resources, reference: runs.bare },
  ]);
}

function packs(): string {
  const runs = measure(
    {
      none: app('none', 'none'),
      nag: app('nag', 'nag'),
      controls: app('controls', 'controls'),
      noneOfEvery: app('none-of-every', 'none', 'every'),
      every: app('every', 'nag', 'every'),
      checks: { ...app('checks', 'controls'), env: { CDK_VALIDATION: undefined } },
    },
    rounds,
  );
  const said = (each: readonly Measured[]) => each[0]?.said as { evaluations: number; packs: string[] };
  const asked = (each: readonly Measured[]) =>
    `${said(each).packs.length} packs, ${said(each).evaluations.toLocaleString('en-GB')} rules`;
  if (said(runs.every).packs.length <= said(runs.nag).packs.length || said(runs.nag).evaluations === 0)
    throw new Error('the packs did not run');
  return render('Packs: every shipped vendor', [
    { what: 'no checks', runs: runs.none },
    { what: asked(runs.nag), runs: runs.nag, reference: runs.none, target: 1.6 },
    { what: 'and our controls', runs: runs.controls, reference: runs.none },
    { what: 'and CloudFormation validation', runs: runs.checks, reference: runs.none },
    { what: 'every kind of data, no checks', runs: runs.noneOfEvery },
    { what: asked(runs.every), runs: runs.every, reference: runs.noneOfEvery, target: 1.6 },
  ]);
}

function validation(): string {
  const programs = Object.fromEntries(
    vendorCounts.map((count) => [
      count,
      {
        file: 'validated',
        argv: [folder(`validated-${count}`), String(count)],
        env: { CDK_VALIDATION: undefined },
      },
    ]),
  );
  const runs = measure(programs, Math.ceil(rounds / 3));
  const measured = vendorCounts.map((count) => {
    const each = runs[count] ?? [];
    const said = (key: string) => median(each.map((run) => run.said[key] as number));
    const [calls, cpuS] = [said('calls'), said('cpuMs') / 1000];
    if (!(calls >= 1)) throw new Error('CloudFormation validation did not run');
    const whole = median(each.map(({ cost }) => cpu(cost))) / 1000;
    const peak = median(each.map(({ cost }) => cost.peakMb));
    return {
      count,
      cpuS,
      row: [count, calls, said('templates'), cpuS.toFixed(2), whole.toFixed(2), peak.toFixed(0)],
    };
  });
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last) throw new Error('nothing was measured');
  const added = (last.cpuS - first.cpuS) / (last.count - first.count);
  const head = ['vendors', 'calls', 'templates', 'validation CPU s', 'process CPU s', 'peak MB'];
  const body = plainTable(
    head,
    measured.map(({ row }) => row.map(String)),
  );
  const sum = `The first vendor costs ${first.cpuS.toFixed(2)} s, each further one ${added.toFixed(2)} s.`;
  return `CDK's CloudFormation validation (target: 1 call, however many vendors)\n\n${body}\n\n${sum}\n`;
}

try {
  process.stdout.write(
    `Node ${process.version}, ${availableParallelism()} cores, medians of ${rounds} rounds after a warm-up\n\n`,
  );
  for (const part of [start, packs, validation]) process.stdout.write(part());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
