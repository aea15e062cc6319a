#!/usr/bin/env node
import { createRequire } from 'node:module';
// `npx lpo` starts here: the TypeScript below runs as it is, without a build.
import { register } from 'tsx/cjs/api';
import { register as registerImports } from 'tsx/esm/api';

register();
// Commands import what they need when they run.
registerImports();
createRequire(import.meta.url)('./lpo.ts');
