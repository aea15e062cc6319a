import { type Plant, plants, saidOf, set } from '../../support/planted.ts';

const network = 'meridian/Network';
const vpn = 'meridian/Vpn';
const reach = 'people-reach-the-endpoints';
const s3Endpoint = [network, 'AWS::EC2::VPCEndpoint', /EndpointsS3/] as const;
const clientVpn = [vpn, 'AWS::EC2::ClientVpnEndpoint'] as const;

const rows: Plant[] = [
  ...plants(
    reach,
    [network, 'AWS::EC2::VPC'],
    ['no resolver', set({ EnableDnsSupport: false }), /EnableDnsSupport of the VPC is off.*NetworkVpc/],
    ['no private names', set({ EnableDnsHostnames: false }), /EnableDnsHostnames of the VPC is off/],
    [
      'no private names, for want of a word',
      set({ EnableDnsHostnames: undefined }),
      /EnableDnsHostnames of the VPC is off/,
    ],
    ['hardware of its own', set({ InstanceTenancy: 'dedicated' }), /in which Client VPN takes no subnet/],
  ),
  ...plants(
    reach,
    s3Endpoint,
    ['no subnet', set({ SubnetIds: [] }), /s3: the endpoint is in no subnet.*EndpointsS3/],
    ['addresses of IPv6', set({ IpAddressType: 'ipv6' }), /s3: IpAddressType is ipv6, and clients have IPv4/],
    ['route tables', set({ RouteTableIds: ['rtb-1'] }), /takes no RouteTableIds/],
    [
      'answers for inbound endpoints alone',
      set({ DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: 'OnlyInboundResolver' } }),
      /is OnlyInboundResolver, expected AllResolvers/,
    ],
    [
      'the default of S3',
      set({ DnsOptions: undefined }),
      /PrivateDnsOnlyForInboundResolverEndpoint is undefined, expected AllResolvers/,
    ],
    ['records of IPv6', (of) => set({ DnsRecordIpType: 'ipv6' })(of.DnsOptions), /DnsRecordIpType is ipv6/],
    [
      'some names only',
      (of) => set({ PrivateDnsPreference: 'SPECIFIED_DOMAINS_ONLY' })(of.DnsOptions),
      /PrivateDnsPreference is SPECIFIED_DOMAINS_ONLY, expected none/,
    ],
  ),
  ...plants(
    reach,
    [network, 'AWS::Route53Resolver::FirewallRuleGroup'],
    [
      'the rule that blocks comes first',
      (of) => set({ Priority: 300 })(of.FirewallRules[0]),
      /the DNS firewall answers s3\..* with BLOCK.*DnsFirewallRules/,
    ],
    ['both rules at once', (of) => set({ Priority: 200 })(of.FirewallRules[0]), /with BLOCK/],
    ['names are allowed for IPv6', (of) => set({ Qtype: 'AAAA' })(of.FirewallRules[0]), /with BLOCK/],
  ),
  ...plants(
    reach,
    clientVpn,
    ['a port of another kind', set({ VpnPort: 22 }), /VpnPort is 22, expected 443 or 1194.*VpnEndpoint/],
    ['a protocol of another kind', set({ TransportProtocol: 'icmp' }), /TransportProtocol is icmp/],
    [
      'a certificate of another Region',
      (of) => set({ ServerCertificateArn: of.ServerCertificateArn.replace('eu-west-2', 'us-east-1') })(of),
      /ServerCertificateArn is .*us-east-1.*, expected a certificate of 200000000001 in eu-west-2/,
    ],
    [
      'a certificate of another account',
      (of) =>
        set({ ServerCertificateArn: of.ServerCertificateArn.replace('200000000001', '999999999999') })(of),
      /ServerCertificateArn is .*999999999999/,
    ],
    [
      'clients in the range of the VPC',
      set({ ClientCidrBlock: '10.20.0.0/22' }),
      /ClientCidrBlock lies in the range of the VPC/,
    ],
    [
      'fewer addresses than AWS takes',
      set({ ClientCidrBlock: '10.120.0.0/24' }),
      /ClientCidrBlock has 256 addresses, expected 1024 to 1048576/,
    ],
    ['hours that AWS does not know', set({ SessionTimeoutHours: 9 }), /SessionTimeoutHours is 9/],
    [
      'a log stream that nobody makes',
      (of) => set({ CloudwatchLogStream: 'x' })(of.ConnectionLogOptions),
      /CloudwatchLogStream is x/,
    ],
    [
      'a banner too long',
      (of) => set({ BannerText: 'x'.repeat(1401) })(of.ClientLoginBannerOptions),
      /more than 1400 bytes/,
    ],
  ),
  ...plants(
    reach,
    [network, 'AWS::EC2::Subnet', /VpnSubnet2/],
    [
      'both subnets in one zone',
      set({ AvailabilityZone: 'eu-west-2a' }),
      /two of its subnets lie in one Availability Zone/,
    ],
    [
      'a zone of another Region',
      set({ AvailabilityZone: 'us-east-1a' }),
      /AvailabilityZone is us-east-1a.*VpnSubnet2/,
    ],
    [
      'a subnet too small',
      set({ CidrBlock: '10.20.0.96/28' }),
      /VpnSubnet2\w+ has 16 addresses, expected 32/,
    ],
    [
      'a subnet on another',
      set({ CidrBlock: '10.20.0.64/27' }),
      /CidrBlock overlaps with NetworkVpcVpnSubnet1/,
    ],
  ),
  ...plants(
    reach,
    [vpn, 'AWS::IAM::SAMLProvider'],
    [
      'no metadata',
      set({ SamlMetadataDocument: 'x' }),
      /no metadata of an identity provider.*VpnIdentityProvider/,
    ],
  ),
];

test.each(rows.map((row) => [`${row.job}: ${row.planted}`, row] as const))('%s', (_, row) => {
  expect(saidOf(row)).toContainEqual(expect.stringMatching(row.says));
});

test.each<[string, string, Plant['at'], Plant['change']]>([
  ['a port of OpenVPN', reach, clientVpn, set({ VpnPort: 1194, TransportProtocol: 'tcp' })],
  ['the resolver by default', reach, [network, 'AWS::EC2::VPC'], set({ EnableDnsSupport: undefined })],
])('%s stops nobody', (_, job, at, change) => {
  expect(saidOf({ job, at, change })).toEqual([]);
});
