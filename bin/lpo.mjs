#!/usr/bin/env node
import { createRequire } from 'node:module';
// `npx lpo` starts here: the TypeScript below runs as it is, without a build.
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)('./lpo.ts');
