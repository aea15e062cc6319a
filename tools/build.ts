import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { handlerNames, writeHandlerBundle } from '../lib/constructs/functions/bundle-handler.ts';

// `npm run build`: dist/ is what the package carries beside bin/lpo.mjs, made anew and from the sources alone.
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const tsc = join(root, 'node_modules', '.bin', 'tsc');
const { status } = spawnSync(tsc, ['--project', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);

// Data lies beside the code that reads it.
for (const file of readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }))
  if (/\.(json|ya?ml)$/.test(file)) cpSync(join(root, 'lib', file), join(dist, 'lib', file));

// What the execution role of `cdk bootstrap` may do, which the stages put into the assembly.
cpSync(join(root, 'docs', 'bootstrap'), join(dist, 'docs', 'bootstrap'), { recursive: true });

// The feature flags our templates were written under; the rest of cdk.json is for our own checkout.
const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
writeFileSync(join(dist, 'cdk.json'), `${JSON.stringify({ context }, null, 2)}\n`);

for (const handler of handlerNames) {
  const outfile = join(dist, 'lib', 'functions', handler, 'index.js');
  mkdirSync(dirname(outfile), { recursive: true });
  writeHandlerBundle(handler, outfile);
}
