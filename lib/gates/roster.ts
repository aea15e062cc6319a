import type { Config } from '../config/config.ts';
import type { MatterFunction } from '../model/engagement.ts';
import { evaluateGates } from './evaluate-gates.ts';
import { gateContexts } from './gate-contexts.ts';
import { eligiblePeople } from './people/eligible-people.ts';

/** Members of one group of the identity provider on a day. */
export interface RosterGroup {
  readonly vendor: string;
  readonly matter: string;
  readonly function: MatterFunction;
  /** The id the identity provider sends, which roles and VPN authorization rules name. */
  readonly group: string;
  /** Person ids, sorted; empty when the vendor's gate is shut. */
  readonly members: readonly string[];
}

/**
 * Membership of every matter group on a day. A person whose record expired is in none, and a vendor whose gate
 * is shut has nobody: whoever keeps the identity provider in step with this list takes access away.
 */
export function roster(config: Config, asOf: string): readonly RosterGroup[] {
  const open = new Set(
    evaluateGates(config, asOf).vendors.flatMap((gate) => (gate.open ? [gate.vendor] : [])),
  );
  return gateContexts(config, asOf).flatMap((context) => {
    const { vendor } = context;
    const eligible = eligiblePeople(context);
    return vendor.matters.flatMap((matter) =>
      (Object.entries(matter.groups) as [MatterFunction, string][]).map(([fn, group]) => ({
        vendor: vendor.vendor,
        matter: matter.id,
        function: fn,
        group,
        members: open.has(vendor.vendor) ? (eligible.get(matter.id)?.[fn] ?? []) : [],
      })),
    );
  });
}
