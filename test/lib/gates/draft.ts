import type { Config } from '../../../lib/config/config.ts';
import type { Conflicts } from '../../../lib/config/conflicts-schema.ts';
import { loadConfig } from '../../../lib/config/load-config.ts';
import type { Organization } from '../../../lib/config/organization-schema.ts';
import type { Matter, Vendor } from '../../../lib/config/vendor-schema.ts';
import { ruleHits } from '../../../lib/gates/evaluate-gates.ts';
import type { Jurisdiction } from '../../../lib/law/jurisdiction-schema.ts';

/** The day on which both shipped vendors pass every gate. */
export const asOf = '2026-11-21';

const shipped = loadConfig('config');

/** The shipped configuration, to be changed at will. */
export interface Draft {
  readonly config: Config;
  readonly organization: Organization;
  readonly conflicts: Conflicts;
  /** New York firm, Manila; `immigration` and `bankruptcy` are its matters. */
  readonly luzon: Vendor;
  /** London firm, Bengaluru; `litigation` and `deal` are its matters. */
  readonly meridian: Vendor;
  readonly immigration: Matter;
  readonly bankruptcy: Matter;
  readonly litigation: Matter;
  readonly deal: Matter;
  law(code: string): Jurisdiction;
}

export function draft(): Draft {
  const { files, ...data } = shipped;
  const config: Config = { ...structuredClone(data), files };
  const vendor = (slug: string): Vendor => found(config.vendors.find((one) => one.vendor === slug));
  const [luzon, meridian] = [vendor('luzon'), vendor('meridian')];
  const matter = (of: Vendor, id: string): Matter => found(of.matters.find((one) => one.id === id));
  return {
    config,
    organization: config.organization,
    conflicts: config.conflicts,
    luzon,
    meridian,
    immigration: matter(luzon, 'm-c90e15'),
    bankruptcy: matter(luzon, 'm-58d7b2'),
    litigation: matter(meridian, 'm-7f3a9c'),
    deal: matter(meridian, 'm-2be41d'),
    law: (code) => found(config.law.find((one) => one.code === code)),
  };
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the shipped configuration no longer holds what a case changes');
  return value;
}

/** Hits of one rule over both vendors. */
export function hitsOf(rule: string, { config }: Draft, day = asOf) {
  return ruleHits(config, day).flatMap(({ vendor, hits }) =>
    hits
      .filter((hit) => hit.rule.id === rule)
      .map(({ hit, severity, waiver }) => ({
        vendor: vendor.vendor,
        severity,
        waived: waiver !== undefined,
        ...hit,
      })),
  );
}

/** The smallest change that breaks a rule, and a change as small that does not. */
export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly bad: (draft: Draft) => void;
  readonly good: (draft: Draft) => void;
  readonly severity?: 'high' | 'medium';
  /** Part of what the finding says. */
  readonly says?: string;
  readonly asOf?: string;
}

export const approval = { id: 'record-1', approver: 'p-9d2f71', date: '2026-10-01' } as const;
export const sha = 'a'.repeat(64);
