import { loadConfig } from '../../../lib/config/load-config.ts';
import { buildApp } from '../../../lib/operations/synthesis/build-app.ts';
import { shareBundles } from './bundles.ts';

// A process of its own: no mock and no spy of a test reaches what other tests read.
const [outdir, asOf] = process.argv.slice(2);
if (!outdir || !asOf) throw new Error('expected a folder and a date');

shareBundles();
buildApp(loadConfig('config'), { asOf, outdir }).synth();
