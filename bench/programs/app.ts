// The app as it is: reads and validates the configuration, builds, synthesizes.
// Packs: none; cdk-nag's that the examples switch on (nag); these and our controls (controls). With `every` after
// it, on examples with every kind of data, so that every pack of cdk-nag runs.

import { loadConfig } from '../../lib/config/load-config.ts';
import { buildApp } from '../../lib/operations/synthesis/build-app.ts';
import { asOf, withEveryPack } from '../example-configs.ts';

const [outdir, packs = 'none', data = 'shipped', ...only] = process.argv.slice(2);
const config = loadConfig('config');
const built = data === 'every' ? withEveryPack(config) : config;
const app = buildApp(built, { asOf, outdir, ...(only.length > 0 ? { only } : {}) });
// Who runs no check does not load the packs.
const adding = packs === 'none' ? undefined : await import('../../lib/operations/synthesis/add-packs.ts');
const ran = adding?.addPacks(app, built) ?? [];
if (packs === 'controls') adding?.addControls(app, [], asOf);
app.synth();
process.stdout.write(
  JSON.stringify({
    evaluations: ran.reduce((sum, pack) => sum + pack.evaluations, 0),
    packs: [...new Set(ran.map(({ name }) => name))],
    usage: process.resourceUsage(),
  }),
);
