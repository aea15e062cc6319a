import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../../../bin/build-app';
import { loadConfig } from '../../../../lib/config/load-config';
import type { Assembly } from '../../../../policies/assembly/assembly';
import { readAssembly } from '../../../../policies/assembly/read-assembly';

/** The shipped examples, synthesized and read back: what a user's `cdk.out` holds. */
export function exampleAssembly(only?: readonly string[]): Assembly {
  const outdir = mkdtempSync(join(tmpdir(), 'lpo-prove-'));
  try {
    buildApp(loadConfig('config'), {
      asOf: '2026-11-21',
      outdir,
      nag: false,
      ...(only && { only }),
    }).app.synth();
    return readAssembly(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
