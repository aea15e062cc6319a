// The reference: a CDK app of the same stages. No YAML, no validation, no command: the configuration arrives
// as JSON that somebody else has read.
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { DISABLE_CREATION_STACK_TRACES } from 'aws-cdk-lib/cx-api';
import { addStages } from '../../lib/stacks/closed-room.ts';
import { asOf } from '../example-configs.ts';

const [outdir, configFile = '', ...only] = process.argv.slice(2);
const app = new App({
  outdir,
  context: {
    ...JSON.parse(readFileSync('cdk.json', 'utf8')).context,
    [DISABLE_CREATION_STACK_TRACES]: true,
  },
  analyticsReporting: false,
  treeMetadata: false,
});
addStages(app, JSON.parse(readFileSync(configFile, 'utf8')), asOf, only);
app.synth();
process.stdout.write(JSON.stringify({ usage: process.resourceUsage() }));
