import { longestSessionHours } from '../../reading/standard-classes.ts';
import type { FactVerdict, ProofStatement } from '../authoring/proof-statement.ts';
import { someFlow } from '../network/filters.ts';
import type { ClientVpn } from '../network/network.ts';
import { formatPlace, type Place } from '../policy/statement.ts';
import { groupsOf } from '../work/roster.ts';
import type { World } from '../world/world.ts';

export const statement: ProofStatement = {
  id: 'vpn-serves-named-groups',
  part: 'network',
  title:
    'The VPN lets in groups of the roster only, carries all of their traffic, and passes HTTPS to the endpoints and nothing else',
  property: 'always',
  controls: ['LPO-NET-01'],
  assert: ({ world }) =>
    world.network.vpns.map((vpn) => ({ subject: vpn.place.logicalId, decide: () => decide(world, vpn) })),
};

function decide(world: World, vpn: ClientVpn): FactVerdict {
  const { network } = world;
  const named = groupsOf(world);
  const found: { witness: string; culprits: Place[] }[] = [];
  for (const { everyone, group, place } of vpn.authorizations) {
    if (everyone || group === '')
      found.push({ witness: 'anyone who can connect is authorized, whatever the group', culprits: [place] });
    else if (named !== undefined && !named.has(group))
      found.push({
        witness: `the group ${group} is authorized, and no roster names it`,
        culprits: [place],
      });
  }
  if (vpn.splitTunnel)
    found.push({
      witness: 'split tunnel: the device keeps its own way to the internet',
      culprits: [vpn.place],
    });
  if (vpn.sessionHours > longestSessionHours(vpn.dataClasses) || !vpn.disconnects) {
    found.push({
      witness: `a session may last ${vpn.sessionHours} hours or is not cut off`,
      culprits: [vpn.place],
    });
  }
  for (const id of vpn.subnets) {
    const subnet = network.subnets.find((candidate) => candidate.id === id);
    if (subnet === undefined) return { kind: 'unknown', reason: `the subnet ${id} is not in the templates` };
    for (const destination of network.subnets) {
      const flow = someFlow(
        network,
        { subnet, groups: vpn.groups },
        destination,
        destination.block,
        (protocol, port) =>
          protocol === 6 &&
          port === 443 &&
          network.endpoints.some(({ subnets }) => subnets.includes(destination.id)),
      );
      if (flow === undefined) continue;
      found.push({
        witness: `a client reaches ${flow.address} in ${destination.label}, protocol ${flow.protocol}, port ${flow.port}`,
        culprits: flow.because.map(({ place }) => place),
      });
    }
  }
  if (found.length === 0)
    return { kind: 'proved', because: ['authorization rules, security groups and network ACLs'] };
  return {
    kind: 'refuted',
    witness: found.map(({ witness }) => witness),
    culprits: [...new Set(found.flatMap(({ culprits }) => culprits.map(formatPlace)))],
  };
}
