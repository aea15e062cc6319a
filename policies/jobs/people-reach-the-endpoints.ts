import { namesResolve } from '../proofs/work/client-names.ts';
import { vpnAsksAProvider, wayToEndpoint } from '../proofs/work/client-path.ts';
import type { Job } from '../proofs/work/job.ts';
import { rosterComesIn } from '../proofs/work/roster.ts';
import {
  networkIsMade,
  providersKnowTheirMetadata,
  vpnTakesConnections,
} from '../proofs/work/vpn-settings.ts';

/** Services that people's tools call: documents, their key, and who they are. */
const services = ['s3', 'kms', 'sts'];

export const job: Job = {
  id: 'people-reach-the-endpoints',
  title: "Through the VPN people find and reach the workspace's endpoints, and the answers come back",
  controls: ['LPO-NET-02', 'LPO-WKS-01'],
  tasks: () => [],
  facts: ({ world }) => {
    const { vpns, endpoints } = world.network;
    return [
      ...services
        .filter((service) => !world.endpoints.some((endpoint) => endpoint.service === service))
        .map((service) => ({
          subject: `an endpoint for ${service}`,
          decide: () => ({
            kind: 'refuted' as const,
            witness: [`the workspace has no endpoint for ${service}`],
            culprits: [world.name],
          }),
        })),
      ...(vpns.length === 0
        ? [
            {
              subject: 'a way in',
              decide: () => ({
                kind: 'refuted' as const,
                witness: ['the workspace has no VPN'],
                culprits: [world.name],
              }),
            },
          ]
        : []),
      ...networkIsMade(world),
      ...vpnTakesConnections(world),
      ...providersKnowTheirMetadata(world),
      ...vpnAsksAProvider(world),
      ...rosterComesIn(world),
      ...world.endpoints.flatMap((endpoint) => [
        { subject: `the names of ${endpoint.service}`, decide: () => namesResolve(world, endpoint) },
        ...endpoints
          .filter(({ id }) => id === endpoint.id)
          .flatMap((network) =>
            vpns.map((vpn) => ({
              subject: `from ${vpn.place.logicalId} to ${endpoint.service} and back`,
              decide: () => wayToEndpoint(world.network, vpn, network),
            })),
          ),
      ]),
    ];
  },
};
