import { loadConfig } from '../lib/config/load-config';
import { UnusableInputError } from '../lib/model/problem';
import { buildApp } from './build-app';

// The CDK app that `cdk synth`, `cdk diff` and `cdk deploy` run. `-c config=DIR` and `-c vendor=SLUG` arrive
// as JSON in the environment, before there is an app to ask.
const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Record<string, string | undefined>;
try {
  const config = loadConfig(context.config ?? 'config');
  const only = context.vendor?.split(',');
  buildApp(config, { only }).app.synth();
} catch (error) {
  if (!(error instanceof UnusableInputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
