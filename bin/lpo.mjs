#!/usr/bin/env node
// `npx lpo` starts here: the TypeScript below runs as it is, without a build.
import { register } from 'tsx/esm/api';

register();
await import('./lpo.ts');
