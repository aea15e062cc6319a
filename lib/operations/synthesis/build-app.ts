import { App, Stage } from 'aws-cdk-lib';
import { DISABLE_CREATION_STACK_TRACES, FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT } from 'aws-cdk-lib/cx-api';
import type { Config } from '../../config/config.ts';
import { featureFlags } from '../../config/feature-flags.ts';
import { addStages } from '../../stacks/closed-room.ts';
import { publishExecutionPolicies } from './execution-policies.ts';

export interface BuildOptions {
  /** Calendar date, YYYY-MM-DD, on which people's records are judged. */
  readonly asOf: string;
  /** Folder for the assembly. @default - the CDK decides (cdk.out) */
  readonly outdir?: string;
  /** CDK's own CloudFormation validation; off where the finished assembly is evaluated. @default true */
  readonly cloudFormation?: boolean;
  /** Slugs of the vendors to build. @default - all */
  readonly only?: readonly string[];
}

/** The CDK app with its stages; `app.synth()` is left to the caller. */
export function buildApp(config: Config, options: BuildOptions): App {
  const app = new App({
    context: { ...featureFlags(), [DISABLE_CREATION_STACK_TRACES]: true },
    // Whoever asks for a folder reads the validation report there; the CDK need not print it as well.
    ...(options.outdir
      ? { outdir: options.outdir, postCliContext: { [FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT]: false } }
      : {}),
    builtinCloudFormationValidation: options.cloudFormation ?? true,
    analyticsReporting: false,
    treeMetadata: false,
  });
  addStages(app, config, options.asOf, options.only);
  for (const stage of app.node.children.filter(Stage.isStage))
    publishExecutionPolicies(stage, config.organization);
  dropStackTraces(app);
  return app;
}

/** The CDK keeps the caller's stack with each acknowledgement: paths of this machine, so not the same bytes. */
function dropStackTraces(app: App): void {
  for (const { node } of app.node.findAll())
    for (const entry of node.metadata) delete (entry as { trace?: unknown }).trace;
}
