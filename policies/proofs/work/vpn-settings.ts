import { asText } from '../../../lib/model/as-text.ts';
import { isObject } from '../../template/template-shape.ts';
import { type Interval, intersection } from '../network/ipv4-set.ts';
import type { ClientVpn } from '../network/network.ts';
import type { Made, World } from '../world/world.ts';
import { faultsIn, type Row, withoutFault } from './faults.ts';
import type { Fact } from './job.ts';
import { partitionOf } from './roles.ts';
import { rostersOf } from './roster.ts';

/**
 * Settings of the VPN under which its clients get a connection and an address, each with what AWS takes.
 *
 * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-clientvpnendpoint.html
 */
export const vpnTakesConnections = (world: World): Fact[] =>
  world.network.vpns.flatMap((vpn) => {
    const made = world.ofType('AWS::EC2::ClientVpnEndpoint').find(({ reference }) => reference === vpn.id);
    return made === undefined
      ? []
      : [
          withoutFault('the VPN takes connections', vpn.place, () =>
            faultsIn([...protocol(made), ...certificates(world, made), ...addresses(world, vpn)]),
          ),
          withoutFault('the VPN stands in its subnets', vpn.place, () => faultsIn(associations(world, vpn))),
        ];
  });

/** Characters of a metadata document that IAM takes. Source: IAM API Reference, CreateSAMLProvider. */
const [shortest, longest] = [1000, 10_000_000];

/** Providers of the templates know the identity provider by a metadata document of SAML. */
export const providersKnowTheirMetadata = (world: World): Fact[] =>
  world.ofType('AWS::IAM::SAMLProvider').map((provider) =>
    withoutFault(`${provider.place.logicalId} knows its identity provider`, provider.place, () => {
      const text = asText(provider.properties.SamlMetadataDocument);
      return faultsIn([
        [
          text.length >= shortest &&
            text.length <= longest &&
            /EntityDescriptor/.test(text) &&
            /IDPSSODescriptor/.test(text),
          'SamlMetadataDocument is no metadata of an identity provider',
        ],
      ]);
    }),
  );

/** Longest banner that AWS takes, in bytes. */
const longestBanner = 1400;

function protocol({ properties }: Made): Row[] {
  const { TransportProtocol = 'udp', VpnPort = 443, SessionTimeoutHours = 24 } = properties;
  const { CloudwatchLogStream: stream } = isObject(properties.ConnectionLogOptions)
    ? properties.ConnectionLogOptions
    : {};
  const { BannerText: banner = '' } = isObject(properties.ClientLoginBannerOptions)
    ? properties.ClientLoginBannerOptions
    : {};
  return [
    [
      /^(tcp|udp)$/.test(asText(TransportProtocol)),
      `TransportProtocol is ${asText(TransportProtocol)}, expected udp or tcp`,
    ],
    [['443', '1194'].includes(asText(VpnPort)), `VpnPort is ${asText(VpnPort)}, expected 443 or 1194`],
    [
      ['8', '10', '12', '24'].includes(asText(SessionTimeoutHours)),
      `SessionTimeoutHours is ${asText(SessionTimeoutHours)}, expected 8, 10, 12 or 24`,
    ],
    [
      stream === undefined,
      `CloudwatchLogStream is ${asText(stream)}, which no template makes: without the name the VPN makes its own`,
    ],
    [Buffer.byteLength(asText(banner)) <= longestBanner, `BannerText has more than ${longestBanner} bytes`],
  ];
}

/** Certificates of ACM in the VPN's own account and Region, and providers that the templates make. */
function certificates(world: World, { properties, account, region }: Made): Row[] {
  const authentication = ([properties.AuthenticationOptions ?? []].flat() as unknown[]).filter(isObject);
  const inAcm = new RegExp(`^arn:${partitionOf(world)}:acm:${region}:${account}:certificate/[\\w-]+$`);
  const chains = authentication.flatMap(({ MutualAuthentication: mutual }) =>
    isObject(mutual) ? [mutual.ClientRootCertificateChainArn] : [],
  );
  const selfService = authentication.flatMap(({ FederatedAuthentication: federated }) =>
    isObject(federated) && federated.SelfServiceSAMLProviderArn !== undefined
      ? [federated.SelfServiceSAMLProviderArn]
      : [],
  );
  const providers = world.ofType('AWS::IAM::SAMLProvider');
  const expected = `expected a certificate of ${account} in ${region}`;
  return [
    [
      inAcm.test(asText(properties.ServerCertificateArn)),
      `ServerCertificateArn is ${asText(properties.ServerCertificateArn)}, ${expected}`,
    ],
    ...chains.map(
      (arn): Row => [inAcm.test(asText(arn)), `ClientRootCertificateChainArn is ${asText(arn)}, ${expected}`],
    ),
    ...selfService.map(
      (arn): Row => [
        providers.some(({ reference }) => reference === arn),
        `SelfServiceSAMLProviderArn is ${asText(arn)}, which no template makes`,
      ],
    ),
  ];
}

/** Fewest and most addresses that AWS takes for clients: /22 and /12. */
const [fewest, most] = [2 ** 10, 2 ** 20];

/** Of the addresses half are for clients: the others support the availability of the VPN. */
function addresses(world: World, { clients: [first, last], subnets }: ClientVpn): Row[] {
  const count = last - first + 1;
  const people = Math.max(0, ...rostersOf(world).map(peopleOf));
  const near = world.network.vpcs.filter(({ id }) =>
    world.network.subnets.some((subnet) => subnet.vpc === id && subnets.includes(subnet.id)),
  );
  return [
    [
      count >= fewest && count <= most,
      `ClientCidrBlock has ${count} addresses, expected ${fewest} to ${most}`,
    ],
    [
      count >= 2 * people,
      `ClientCidrBlock has ${count} addresses, expected two for each of ${people} people`,
    ],
    ...near.map(
      ({ id, blocks }): Row => [
        intersection(blocks, [[first, last]]).length === 0,
        `ClientCidrBlock lies in the range of the VPC ${id}`,
      ],
    ),
  ];
}

const peopleOf = (roster: unknown): number =>
  isObject(roster) && isObject(roster.people) ? Object.keys(roster.people).length : 0;

/** Smallest subnet that a VPN is associated with: /27. */
const smallest = 2 ** 5;

function associations(world: World, { subnets }: ClientVpn): Row[] {
  const { network } = world;
  const made = world.ofType('AWS::EC2::Subnet').filter(({ reference }) => subnets.includes(reference));
  const zones = subnets.map((id) =>
    asText(made.find(({ reference }) => reference === id)?.properties.AvailabilityZone ?? id),
  );
  const mine = network.subnets.filter(({ id }) => subnets.includes(id));
  return [
    [new Set(zones).size === zones.length, 'two of its subnets lie in one Availability Zone'],
    ...mine.map(
      ({ label, block: [first, last] }): Row => [
        last - first + 1 >= smallest,
        `${label} has ${last - first + 1} addresses, expected ${smallest} at least`,
      ],
    ),
  ];
}

/**
 * Subnets and the VPC as AWS makes them: zones of the Region, ranges that do not overlap, shared hardware, which Client
 * VPN asks for.
 */
export const networkIsMade = (world: World): Fact[] => [
  ...world.ofType('AWS::EC2::Subnet').map((subnet) =>
    withoutFault(`${subnet.place.logicalId} is made`, subnet.place, () => {
      const zone = asText(subnet.properties.AvailabilityZone);
      const own = world.network.subnets.find(({ id }) => id === subnet.reference);
      const others = world.network.subnets.filter(({ id, vpc }) => id !== own?.id && vpc === own?.vpc);
      const meets = others.find(({ block }) => own !== undefined && overlap(block, own.block));
      return faultsIn([
        [
          zone.startsWith(subnet.region) && /^[a-z]$/.test(zone.slice(subnet.region.length)),
          `AvailabilityZone is ${zone}, expected one of ${subnet.region}`,
        ],
        [meets === undefined, `CidrBlock overlaps with ${meets?.label}`],
      ]);
    }),
  ),
  ...world
    .ofType('AWS::EC2::VPC')
    .map((vpc) =>
      withoutFault(`${vpc.place.logicalId} takes a VPN`, vpc.place, () =>
        faultsIn([
          [
            (vpc.properties.InstanceTenancy ?? 'default') === 'default',
            `InstanceTenancy is ${asText(vpc.properties.InstanceTenancy)}, in which Client VPN takes no subnet`,
          ],
        ]),
      ),
    ),
];

const overlap = (a: Interval, b: Interval): boolean => intersection([a], [b]).length > 0;
