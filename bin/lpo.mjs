#!/usr/bin/env node
// A checkout always runs its sources, so that no build of yesterday answers; a package has none and runs its build.
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// A command runs for seconds. Node 20 has one optimizing compiler, which takes a fifth of the processor's time for what is
// over before it pays; later ones have a quick one before it, and no such setting.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=300000');

/** The end where there is no program yet, or no more, to say it: one line, and a code that is never 1. */
function end(message, code) {
  try {
    process.stderr.write(`${message}\n`);
  } catch {}
  process.exit(code);
}
process.on('uncaughtException', (error) => {
  const trace = process.argv.includes('--debug') ? `\n${error?.stack}` : '; --debug adds the trace';
  end(`This is a fault of lpo: ${JSON.stringify(`${error?.message ?? error}`)}${trace}`, 3);
});

try {
  process.cwd();
} catch {
  end('The working folder is gone; change to one that is there.', 2);
}
if (existsSync(new URL('lpo.ts', import.meta.url))) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./lpo.ts');
} else await import('../dist/bin/lpo.js');
