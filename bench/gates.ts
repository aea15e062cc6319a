import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Config } from '../lib/config/config.ts';
import { loadConfig } from '../lib/config/load-config.ts';
import { evaluateGates } from '../lib/gates/evaluate-gates.ts';
import { writeFleet } from './fleet.ts';

// Validating a fleet, against what parsing its YAML alone costs in the same process.
// A security account holds the policies of 999 vendors, no more.
// node --expose-gc --import @oxc-node/core/register bench/gates.ts [vendors ...]
const asOf = '2026-11-21';
const sizes = process.argv.slice(2).map(Number);
const totals = (sizes.length > 0 ? sizes : [100, 990]).map((vendors) => {
  const folder = writeFleet({ vendors, matters: 5, reviewers: 50 });
  try {
    const parsing = seconds(() => {
      for (const file of yamlFiles(folder)) parse(readFileSync(file, 'utf8'));
    });
    let config: Config | undefined;
    let shut = 0;
    const loading = seconds(() => {
      config = loadConfig(folder);
    });
    const deciding = seconds(() => {
      shut = evaluateGates(config as Config, asOf).vendors.filter(({ open }) => !open).length;
    });
    const validating = loading + deciding;
    if (shut > 0) throw new Error(`${shut} vendors of the fleet are shut; the fleet is meant to pass`);
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(
      `${vendors} vendors: parse ${parsing.toFixed(2)} s, load ${loading.toFixed(2)} s, ` +
        `gates ${deciding.toFixed(2)} s, together ${(validating / parsing).toFixed(2)}x, peak ${peak} MB\n`,
    );
    return validating;
  } finally {
    rmSync(folder, { recursive: true });
  }
});
const [first, last] = [totals.at(0), totals.at(-1)];
if (first && last && totals.length > 1) process.stdout.write(`growth ${(last / first).toFixed(1)}x\n`);

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
}

/** Processor time, so that other work on the machine does not show. */
function seconds(work: () => unknown): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
