import type { Config } from '../config/config.ts';
import type { Waiver } from '../config/records/vendor-records-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import type { FilePlace, Finding, Severity } from '../model/finding.ts';
import { bySeverity } from '../model/finding-order.ts';
import { applyWaivers } from './apply-waivers.ts';
import { gateContexts } from './gate-contexts.ts';
import type { Hit } from './hit.ts';
import { locateFinding } from './locate-finding.ts';
import type { Rule } from './rule.ts';
import { type RuleHit, shuts } from './rule-hit.ts';
import { rules as everyRule } from './rules.ts';

export interface VendorGate {
  readonly vendor: string;
  /** False: nothing may be built for this vendor. */
  readonly open: boolean;
  /** Not waived; worst first, then by place. */
  readonly findings: readonly Finding<FilePlace>[];
  readonly waived: readonly WaivedFinding[];
}

/** A finding that somebody answers for until a day. */
export interface WaivedFinding {
  readonly finding: Finding<FilePlace>;
  readonly waiver: Waiver;
}

export interface GateResult {
  readonly asOf: string;
  readonly rulesRun: number;
  readonly vendors: readonly VendorGate[];
}

/**
 * Asks every rule about every vendor. Pure: the same configuration and day give the same answer.
 *
 * @param asOf ISO date of the day the answer is for
 */
export function evaluateGates(config: Config, asOf: string, rules: readonly Rule[] = everyRule): GateResult {
  return {
    asOf,
    rulesRun: rules.length,
    vendors: ruleHits(config, asOf, rules).map(({ vendor, hits }) => ({
      vendor: vendor.vendor,
      open: !hits.some(shuts),
      findings: hits
        .filter(({ waiver }) => waiver === undefined)
        .map((hit) => locateFinding(config, vendor, hit))
        .sort(bySeverity),
      waived: hits
        .flatMap((hit) =>
          hit.waiver ? [{ finding: locateFinding(config, vendor, hit), waiver: hit.waiver }] : [],
        )
        .sort((a, b) => bySeverity(a.finding, b.finding)),
    })),
  };
}

/** The hits alone, without positions, which are the costly part. */
export function ruleHits(
  config: Config,
  asOf: string,
  rules: readonly Rule[] = everyRule,
): { vendor: Vendor; hits: RuleHit[] }[] {
  return gateContexts(config, asOf).map((context) => {
    const hits = rules.flatMap((rule) =>
      onceEach(rule.check(context)).map((hit) => ({ rule, hit, severity: severityOf(rule, hit) })),
    );
    return { vendor: context.vendor, hits: applyWaivers(context, hits) };
  });
}

/** Two matters may run into the same gap of the same file; it is one gap. */
function onceEach(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const key = JSON.stringify([hit.file, hit.path, hit.got, hit.expected]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Severity of a hit: what is marked L or † warns, whatever the rule says. */
function severityOf(rule: Rule, hit: Hit): Severity {
  const source = hit.source ?? rule.source;
  const unsure = source.confidence === 'L' || source.unseen === true;
  return unsure || hit.severity === 'medium' ? 'medium' : rule.severity;
}
