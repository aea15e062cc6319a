// The app as it is: reads and validates the configuration, builds, synthesizes.
// Packs: none; cdk-nag's that the examples switch on (nag); these and our controls (controls). With `every` after
// it, on examples with every kind of data, so that every pack of cdk-nag runs.
import { buildApp } from '../../bin/build-app';
import { loadConfig } from '../../lib/config/load-config';
import { asOf, withEveryPack } from '../example-configs';

const [outdir, packs = 'none', data = 'shipped', ...only] = process.argv.slice(2);
const config = loadConfig('config');
const { app, packs: ran } = buildApp(data === 'every' ? withEveryPack(config) : config, {
  asOf,
  outdir,
  nag: packs !== 'none',
  controls: packs === 'controls',
  ...(only.length > 0 ? { only } : {}),
});
app.synth();
process.stdout.write(
  JSON.stringify({
    evaluations: ran.reduce((sum, pack) => sum + pack.evaluations, 0),
    packs: [...new Set(ran.map(({ name }) => name))],
    usage: process.resourceUsage(),
  }),
);
