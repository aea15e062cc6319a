#!/usr/bin/env node
// `npx lpo` starts here: the TypeScript below runs as it is, without a build.
import { register as registerRequire } from 'tsx/cjs/api';
import { register as registerImport } from 'tsx/esm/api';

registerRequire();
registerImport();
await import('./lpo.ts');
