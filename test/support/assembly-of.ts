import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../lib/config/config.ts';
import { buildApp } from '../../lib/operations/synthesis/build-app.ts';
import type { Assembly } from '../../policies/template/assembly.ts';
import { readAssembly } from '../../policies/template/read-assembly.ts';
import { asOf } from './example-assembly.ts';

/** Synthesizes a configuration without asking the gates: what is built does not depend on what allows it. */
export function assemblyOf(config: Config, options: { asOf?: string; only?: string[] } = {}): Assembly {
  const outdir = mkdtempSync(join(tmpdir(), 'closed-room-'));
  buildApp(config, { asOf, outdir, ...options }).synth();
  return readAssembly(outdir);
}
