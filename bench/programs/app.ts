// The app as it is: reads and validates the configuration, builds, synthesizes.
// Packs: none; those the shipped examples switch on; or every pack there is, on every vendor.
import { buildApp } from '../../bin/build-app';
import { loadConfig } from '../../lib/config/load-config';
import { asOf, withEveryPack } from '../example-configs';

const [outdir, packs = 'none', ...only] = process.argv.slice(2);
const config = loadConfig('config');
const { app, packs: ran } = buildApp(packs === 'every' ? withEveryPack(config) : config, {
  asOf,
  outdir,
  nag: packs !== 'none',
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
