import type { Config } from '../../config/config.ts';
import { unknownVendor } from '../../config/require-vendor.ts';
import { evaluateGates } from '../../gates/evaluate-gates.ts';
import { shuts } from '../../gates/rule-hit.ts';
import { type Finding, UnusableInputError } from '../../model/finding.ts';

/** Vendors that somebody asked for, by what their gates say. */
export interface ChosenVendors {
  /** Slugs of vendors that are built. */
  readonly open: readonly string[];
  /** Slugs of vendors whose gate is shut. */
  readonly shut: readonly string[];
  /** Findings that shut a gate. */
  readonly gateFindings: readonly Finding[];
  /** Rules put to each vendor. */
  readonly rulesRun: number;
}

/**
 * Puts the gates to the vendors that are asked for.
 *
 * @param asked slugs; all vendors when undefined.
 * @param asOf calendar date, YYYY-MM-DD.
 * @throws UnusableInputError with every vendor that the configuration does not have.
 */
export function chooseVendors(
  config: Config,
  asked: readonly string[] | undefined,
  asOf: string,
): ChosenVendors {
  const known = config.vendors.map(({ vendor }) => vendor);
  const unknown = (asked ?? []).filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw new UnusableInputError(unknown.map((slug) => unknownVendor(slug, known, config.directory)));
  const { rulesRun, vendors } = evaluateGates(config, asOf);
  const gates = vendors.filter(({ vendor }) => asked?.includes(vendor) ?? true);
  return {
    open: gates.filter(({ open }) => open).map(({ vendor }) => vendor),
    shut: gates.filter(({ open }) => !open).map(({ vendor }) => vendor),
    // Warnings and waived findings are for `lpo validate` to print.
    gateFindings: gates.flatMap(({ findings }) => findings.filter(shuts)),
    rulesRun,
  };
}
