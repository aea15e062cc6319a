import type { Matter, MatterFunction } from '../config/vendor-schema.ts';
import type { VpnGroup } from '../constructs/vpn/authorize-groups.ts';
import type { Eligible } from '../gates/people/eligible-people.ts';
import { functionsOf } from '../profile/functions-of.ts';

/** Groups of matters that the VPN lets in: those of functions that somebody may fill. */
export const vpnGroups = (matters: readonly Matter[], eligible: Eligible): readonly VpnGroup[] =>
  matters.flatMap((matter) =>
    functionsOf(matter)
      .filter((fn) => (eligible.get(matter.id)?.[fn] ?? []).length > 0)
      .map((fn) => groupOf(matter, fn)),
  );

function groupOf(matter: Matter, fn: MatterFunction): VpnGroup {
  const accessGroupId = matter.groups[fn];
  if (accessGroupId === undefined)
    throw new Error(`${matter.id}: got no group for ${fn}, expected one; the gate ENG-R06 asks for it.`);
  return { name: `${matter.id}-${fn}`, accessGroupId };
}
