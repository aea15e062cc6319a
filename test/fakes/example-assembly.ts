import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../lib/config/load-config.ts';
import { buildApp } from '../../lib/operations/synthesis/build-app.ts';

/** Synthesizes the example vendor `luzon`; remove the folder afterwards. */
export function exampleAssembly(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'lpo-keys-'));
  buildApp(loadConfig('config'), {
    asOf: '2026-11-21',
    outdir: directory,
    only: ['luzon'],
  }).synth();
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
