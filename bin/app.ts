import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config.ts';
import { loadExceptions } from '../lib/config/load-exceptions.ts';
import { today } from '../lib/model/clock.ts';
import { formatFinding } from '../lib/model/finding.ts';
import { chooseVendors } from '../lib/operations/synthesis/choose-vendors.ts';
import { cdkContext } from './terminal/cdk-context.ts';
import { dateOption } from './terminal/date-option.ts';
import { tell } from './terminal/print.ts';
import { reportError } from './terminal/report-error.ts';

// The CDK app that `cdk synth`, `cdk diff` and `cdk deploy` run. `-c config=DIR`, `-c vendor=SLUG,SLUG` and
// `-c as-of=DATE` arrive as JSON in the environment, before there is an app to ask.
try {
  const context = cdkContext(process.env);
  if (process.env.CDK_VALIDATION === 'false')
    tell('not run: CloudFormation validation, which CDK_VALIDATION=false switches off\n');
  const folder = context.config ?? 'config';
  const config = loadConfig(folder);
  const asOf = dateOption('-c as-of', context['as-of'] ?? today());
  const { open, shut, gateFindings } = chooseVendors(config, context.vendor?.split(','), asOf);
  if (shut.length > 0) {
    // The CDK goes on only where its app ends well: nobody deploys past a shut gate without leaving the vendor out.
    const others = open.length > 0 ? `; -c vendor=${open.join(',')} builds the others` : '';
    tell(`${gateFindings.map(formatFinding).join('\n')}\n\nnot built: ${shut.join(', ')}${others}.\n`);
    process.exitCode = 1;
  } else {
    const exceptions = loadExceptions(join(folder, 'exceptions.yaml'), false);
    // The CDK is loaded for what is built, so that an error comes at once.
    const { addControls, addPacks } = await import('../lib/operations/synthesis/add-packs.ts');
    const { buildApp } = await import('../lib/operations/synthesis/build-app.ts');
    const app = buildApp(config, { asOf, only: open });
    addPacks(app, config);
    addControls(app, exceptions, asOf);
    app.synth();
  }
} catch (error) {
  process.exitCode = reportError(error, true);
}
