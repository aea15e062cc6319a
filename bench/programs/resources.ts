// A second, harder reference: the same templates as plain resources, without any construct of ours.
import { readFileSync } from 'node:fs';
import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { DISABLE_CREATION_STACK_TRACES } from 'aws-cdk-lib/cx-api';

interface Template {
  readonly Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
}

const [outdir, templatesFile = ''] = process.argv.slice(2);
const app = new App({
  outdir,
  context: {
    ...JSON.parse(readFileSync('cdk.json', 'utf8')).context,
    [DISABLE_CREATION_STACK_TRACES]: true,
  },
  analyticsReporting: false,
  treeMetadata: false,
});
const stage = new Stage(app, 'plain');
const templates: Record<string, Template> = JSON.parse(readFileSync(templatesFile, 'utf8'));
for (const [id, { Resources }] of Object.entries(templates)) {
  const stack = new Stack(stage, id, { env: { account: '123456789012', region: 'eu-west-2' } });
  for (const [logicalId, { Type, Properties }] of Object.entries(Resources))
    new CfnResource(stack, logicalId, { type: Type, properties: Properties }).overrideLogicalId(logicalId);
}
app.synth();
process.stdout.write(JSON.stringify({ usage: process.resourceUsage() }));
