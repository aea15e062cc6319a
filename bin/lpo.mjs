#!/usr/bin/env node
// A checkout always runs its sources, so that no build of yesterday answers; a package has none and runs its build.
import { existsSync } from 'node:fs';

if (existsSync(new URL('lpo.ts', import.meta.url))) {
  await import('@oxc-node/core/register');
  await import('./lpo.ts');
} else await import('../dist/bin/lpo.js');
