import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../../lib/config/load-config.ts';
import { buildApp } from '../../../../lib/operations/synthesis/build-app.ts';
import type { Assembly } from '../../../../policies/template/assembly.ts';
import { readAssembly } from '../../../../policies/template/read-assembly.ts';

/** The shipped examples, synthesized and read back: what a user's `cdk.out` holds. */
export function exampleAssembly(only?: readonly string[]): Assembly {
  const outdir = mkdtempSync(join(tmpdir(), 'lpo-prove-'));
  try {
    buildApp(loadConfig('config'), {
      asOf: '2026-11-21',
      outdir,
      ...(only && { only }),
    }).synth();
    return readAssembly(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
