import { resourceCheck } from '../../../authoring/check.ts';
import { expectPresent, expectValue } from '../../../authoring/expect.ts';

const endpoint = (properties: object) => ({
  Type: 'AWS::EC2::ClientVpnEndpoint',
  Properties: {
    SplitTunnel: false,
    SelfServicePortal: 'disabled',
    ClientRouteEnforcementOptions: { Enforced: true },
    DnsServers: ['10.20.0.2'],
    VpnPort: 443,
    ...properties,
  },
});

/** A split tunnel leaves the internet open beside the documents; the portal hands the profile to anybody. */
export const check = resourceCheck({
  control: 'LPO-WKS-01',
  name: 'vpn-full-tunnel',
  expected:
    'all traffic of the device goes through the tunnel, routes are enforced, DNS is the workspace’s, and there is no self-service portal',
  fix: 'set SplitTunnel false, ClientRouteEnforcementOptions.Enforced true, DnsServers to the VPC resolver, SelfServicePortal disabled',
  types: ['AWS::EC2::ClientVpnEndpoint'],
  judge: (resource) => [
    ...expectValue(resource, 'SplitTunnel', false),
    ...expectValue(resource, 'SelfServicePortal', 'disabled'),
    ...expectValue(resource, 'ClientRouteEnforcementOptions.Enforced', true),
    ...expectPresent(resource, 'DnsServers.0'),
    ...resource
      .list('DnsServers')
      .filter(
        (_, index) =>
          !/^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.)/.test(resource.text(`DnsServers.${index}`) ?? ''),
      )
      .map(() => ({ property: 'DnsServers', got: resource.show('DnsServers') })),
  ],
  good: { closed: endpoint({}) },
  bad: {
    'a split tunnel': endpoint({ SplitTunnel: true }),
    'the portal by default': endpoint({ SelfServicePortal: undefined }),
    'routes not enforced': endpoint({ ClientRouteEnforcementOptions: { Enforced: false } }),
    'DNS of the device': endpoint({ DnsServers: undefined }),
    'public DNS': endpoint({ DnsServers: ['8.8.8.8'] }),
  },
});
