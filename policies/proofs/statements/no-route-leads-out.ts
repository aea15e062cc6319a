import type { FactVerdict, ProofStatement } from '../authoring/proof-statement.ts';
import { difference, someAddress } from '../network/ipv4-set.ts';
import { clientReach, describe, waysOut } from '../network/reach.ts';
import { formatPlace } from '../policy/statement.ts';

export const statement: ProofStatement = {
  id: 'no-route-leads-out',
  part: 'network',
  title:
    'No route leads from the workspace or from a VPN client to the internet, another vendor or any other network',
  property: 'never',
  controls: ['LPO-NET-01'],
  assert: ({ world: { network } }) => [
    ...network.subnets.map((subnet) => ({
      subject: `subnet ${subnet.label}`,
      decide: (): FactVerdict => {
        const ways = waysOut(network, subnet);
        if (ways.length === 0) return { kind: 'proved', because: ['its route table has local routes only'] };
        return {
          kind: 'refuted',
          witness: ways.map((way) => `a packet to ${describe(way)} reaches ${way.to}`),
          culprits: ways.flatMap(({ places }) => places.map(formatPlace)),
        };
      },
    })),
    ...network.vpns.map((vpn) => ({
      subject: `clients of ${vpn.place.logicalId}`,
      decide: (): FactVerdict => {
        const inside = network.subnets
          .filter(({ id }) => network.endpoints.some(({ subnets }) => subnets.includes(id)))
          .map(({ block }) => block);
        const beyond = clientReach(network, vpn)
          .map(({ addresses, place }) => ({ addresses: difference(addresses, inside), place }))
          .filter(({ addresses }) => addresses.length > 0);
        if (beyond.length === 0)
          return { kind: 'proved', because: ['every rule and route ends at the endpoint subnets'] };
        return {
          kind: 'refuted',
          witness: beyond.map(
            ({ addresses, place }) =>
              `a client may send to ${someAddress(addresses)} (${formatPlace(place)})`,
          ),
          culprits: beyond.map(({ place }) => formatPlace(place)),
        };
      },
    })),
  ],
};
