import { loadConfig } from '../lib/config/load-config.ts';
import { evaluateGates } from '../lib/gates/evaluate-gates.ts';
import { shuts } from '../lib/gates/rule-hit.ts';
import { today } from '../lib/model/clock.ts';
import { addControls, addPacks } from '../lib/operations/synthesis/add-packs.ts';
import { buildApp } from '../lib/operations/synthesis/build-app.ts';
import { dateOption } from './terminal/date-option.ts';
import { reportError } from './terminal/report-error.ts';

// The CDK app that `cdk synth`, `cdk diff` and `cdk deploy` run. `-c config=DIR`, `-c vendor=SLUG,SLUG` and
// `-c as-of=DATE` arrive as JSON in the environment, before there is an app to ask.
const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Record<string, string | undefined>;
try {
  const config = loadConfig(context.config ?? 'config');
  const asked = context.vendor?.split(',') ?? config.vendors.map(({ vendor }) => vendor);
  const asOf = dateOption('-c as-of', context['as-of'] ?? today());
  const gates = evaluateGates(config, asOf).vendors;
  for (const gate of gates.filter(({ vendor, open }) => !open && asked.includes(vendor)))
    process.stderr.write(
      `${gate.vendor} is not built: ${gate.findings.filter(shuts).length} findings shut its gate; see lpo validate.\n`,
    );
  const only = asked.filter((slug) => gates.some(({ vendor, open }) => open && vendor === slug));
  const app = buildApp(config, { asOf, only });
  addPacks(app, config);
  addControls(app);
  app.synth();
} catch (error) {
  process.exitCode = reportError(error);
}
