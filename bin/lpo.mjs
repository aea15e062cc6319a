#!/usr/bin/env node
import { createRequire } from 'node:module';
// `npx lpo` starts here: the TypeScript below runs as it is, without a build. Commands import lazily, which
// goes through the module loader; everything else through require. Both must know TypeScript.
import { register as registerRequire } from 'tsx/cjs/api';
import { register as registerImport } from 'tsx/esm/api';

registerRequire();
registerImport();
createRequire(import.meta.url)('./lpo.ts');
