import type { Waiver } from '../config/records/vendor-records-schema.ts';
import type { GateContext } from './gate-context.ts';
import type { RuleHit } from './rule-hit.ts';
import { waiverRules } from './waivers/waiver-rules.ts';

/**
 * Marks the hits a valid waiver covers and adds what is wrong with the waivers themselves. A hit stays in
 * the list, so that it is printed with its waiver; nothing is waved through silently.
 */
export function applyWaivers(context: GateContext, hits: readonly RuleHit[]): RuleHit[] {
  const used = new Set<Waiver>();
  const marked = hits.map((found): RuleHit => {
    const waivable = found.hit.waivable ?? found.rule.waivable;
    const waiver = context.vendor.waivers.find(
      (candidate) =>
        candidate.rule === found.rule.id &&
        (candidate.matter === undefined || candidate.matter === found.hit.matter),
    );
    if (!waiver) return found;
    used.add(waiver);
    const valid =
      waivable &&
      waiver.owner !== waiver.approver &&
      waiver.approvedOn <= context.asOf &&
      context.asOf <= waiver.expiresOn;
    return valid ? { ...found, waiver } : found;
  });
  const about = waiverRules.flatMap((rule) =>
    rule.check(context, used).map((hit) => ({ rule, hit, severity: rule.severity })),
  );
  return [...marked, ...about];
}
