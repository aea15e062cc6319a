import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../bin/build-app';
import { loadConfig } from '../../lib/config/load-config';
import { includeStacks } from '../../policies/assembly/include-stacks';
import { readAssembly } from '../../policies/assembly/read-assembly';
import { checkAssembly } from '../../policies/check/check-assembly';
import { judgeWithPacks } from '../../policies/nag/judge-with-packs';
import { AwsSolutions } from '../../policies/nag/packs';
import { asOf, manyVendors } from '../example-configs';

/**
 * Arguments: `solutions` or `check`, and the number of vendors. Synthesizes them, then times the one or the
 * other over the finished templates: reading and including counts for both, synthesis for neither.
 */
const [what = 'check', vendors = '2'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'lpo-bench-check-'));
try {
  const config = manyVendors(loadConfig('config'), Number(vendors));
  buildApp(config, { outdir: folder, nag: false, asOf }).app.synth();
  const before = process.cpuUsage();
  const assembly = readAssembly(folder);
  const runs =
    what === 'solutions'
      ? [{ source: 'AwsSolutions', milliseconds: solutions() }]
      : checkAssembly(assembly, { asOf, cloudFormation: what === 'validated', clock: cpu }).runs;
  const used = process.cpuUsage(before);
  const judged = (used.user + used.system) / 1000;
  process.stdout.write(
    JSON.stringify({ judged, runs, stacks: assembly.stacks.length, usage: process.resourceUsage() }),
  );

  function solutions(): number {
    const start = cpu();
    judgeWithPacks(includeStacks(assembly.stacks), [new AwsSolutions()]);
    return cpu() - start;
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Processor time of this process in milliseconds: what else runs on the machine does not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
