import { type App, type Stage, Validations } from 'aws-cdk-lib';
import { LpoChecks } from '../../../policies/packs/lpo-checks.ts';
import {
  AwsSolutions,
  HipaaSecurity,
  Nist80053R5,
  type Pack,
  PciDss321,
} from '../../../policies/packs/packs.ts';
import type { Config } from '../../config/config.ts';
import type { Exception } from '../../model/exception.ts';
import { resolveVendorProfile } from '../../profile/resolve-profile.ts';

/**
 * Our own resource-level controls as a pack beside the public ones.
 *
 * @param exceptions of the configuration; what they cover is no finding.
 * @param asOf calendar date, YYYY-MM-DD, on which they are evaluated.
 */
export function addControls(app: App, exceptions: readonly Exception[], asOf: string): void {
  Validations.of(app).addPlugins(new LpoChecks({ exceptions, asOf }));
}

/** The public packs: two for everything, and for a vendor those that its data asks for. */
export function addPacks(app: App, config: Config): readonly Pack[] {
  const everywhere = [new AwsSolutions(), new Nist80053R5()];
  Validations.of(app).addPlugins(...everywhere);
  const perVendor = config.vendors.flatMap((vendor) => {
    const stage = app.node.tryFindChild(vendor.vendor) as Stage | undefined;
    if (!stage) return [];
    const wanted = resolveVendorProfile(vendor).packs;
    const packs: Pack[] = [];
    if (wanted.includes('hipaa')) packs.push(new HipaaSecurity(stage));
    if (wanted.includes('pci')) packs.push(new PciDss321(stage));
    if (packs.length > 0) Validations.of(stage).addPlugins(...packs);
    return packs;
  });
  return [...everywhere, ...perVendor];
}
