#!/usr/bin/env node
// A checkout always runs its sources, so that no build of yesterday answers; a package has none and runs its build.
import { existsSync } from 'node:fs';

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
