import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../bin/build-app';
import { loadConfig } from '../../lib/config/load-config';

/** Synthesizes the example vendor `luzon`; remove the folder afterwards. */
export function exampleAssembly(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'lpo-keys-'));
  buildApp(loadConfig('config'), {
    asOf: '2026-11-21',
    outdir: directory,
    only: ['luzon'],
    nag: false,
  }).app.synth();
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
