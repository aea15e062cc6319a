import { App, type Stage, Validations } from 'aws-cdk-lib';
import { DISABLE_CREATION_STACK_TRACES, FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT } from 'aws-cdk-lib/cx-api';
import { cdkContext } from '../lib/config/cdk-context';
import type { Config } from '../lib/config/config';
import { resolveVendorProfile } from '../lib/gates/profile/resolve-profile';
import { addStages } from '../lib/stacks/closed-room';
import type { AwsSolutions, HipaaSecurity, Nist80053R5, PciDss321 } from '../policies/nag/packs';

export type Pack = AwsSolutions | Nist80053R5 | HipaaSecurity | PciDss321;

export interface BuildOptions {
  /** Calendar date, YYYY-MM-DD, on which people's records are judged. */
  readonly asOf: string;
  /** Where the assembly goes. @default - the CDK decides (cdk.out) */
  readonly outdir?: string;
  /** Slugs of the vendors to build. @default - all */
  readonly only?: readonly string[];
  /** Whether the nag packs run at synthesis. @default true */
  readonly nag?: boolean;
  /** Whether our own controls run as a pack beside them. @default true */
  readonly controls?: boolean;
}

/** The CDK app with its stages and the packs that judge it; `app.synth()` is left to the caller. */
export function buildApp(config: Config, options: BuildOptions): { app: App; packs: readonly Pack[] } {
  const app = new App({
    context: { ...cdkContext(), [DISABLE_CREATION_STACK_TRACES]: true },
    // Whoever asks for a folder reads the validation report there; the CDK need not print it as well.
    ...(options.outdir
      ? { outdir: options.outdir, postCliContext: { [FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT]: false } }
      : {}),
    analyticsReporting: false,
    treeMetadata: false,
  });
  addStages(app, config, options.asOf, options.only);
  dropStackTraces(app);
  const packs = options.nag === false ? [] : addPacks(app, config);
  if (options.nag !== false && options.controls !== false) addControls(app);
  return { app, packs };
}

function addControls(app: App): void {
  const { LpoChecks }: typeof import('../policies/pack') = require('../policies/pack');
  Validations.of(app).addPlugins(new LpoChecks());
}

function addPacks(app: App, config: Config): Pack[] {
  // cdk-nag takes a fifth of the start; who runs no check does not load it.
  const nag: typeof import('../policies/nag/packs') = require('../policies/nag/packs');
  const everywhere = [new nag.AwsSolutions(), new nag.Nist80053R5()];
  Validations.of(app).addPlugins(...everywhere);
  const perVendor = config.vendors.flatMap((vendor) => {
    const stage = app.node.tryFindChild(vendor.vendor) as Stage | undefined;
    if (!stage) return [];
    const wanted = resolveVendorProfile(vendor).packs;
    const packs: Pack[] = [];
    if (wanted.includes('hipaa')) packs.push(new nag.HipaaSecurity(stage));
    if (wanted.includes('pci')) packs.push(new nag.PciDss321(stage));
    if (packs.length > 0) Validations.of(stage).addPlugins(...packs);
    return packs;
  });
  return [...everywhere, ...perVendor];
}

/** The CDK keeps the caller's stack with each acknowledgement: paths of this machine, so not the same bytes. */
function dropStackTraces(app: App): void {
  for (const { node } of app.node.findAll())
    for (const entry of node.metadata) delete (entry as { trace?: unknown }).trace;
}
