import { exampleAssembly, resourcesOf, stackOf } from '../../example-assembly';

const assembly = exampleAssembly();
const vpn = stackOf(assembly, 'meridian/Vpn');
const [endpoint] = resourcesOf(vpn, 'AWS::EC2::ClientVpnEndpoint');

test('certificate and identity provider must both agree', () => {
  expect(endpoint?.properties.AuthenticationOptions.map((option: { Type: string }) => option.Type)).toEqual([
    'certificate-authentication',
    'federated-authentication',
  ]);
});

test('full tunnel, enforced routes, no portal, eight hours, then out', () => {
  expect(endpoint?.properties).toMatchObject({
    SplitTunnel: false,
    ClientRouteEnforcementOptions: { Enforced: true },
    SelfServicePortal: 'disabled',
    SessionTimeoutHours: 8,
    DisconnectOnSessionTimeout: true,
    ConnectionLogOptions: { Enabled: true, CloudwatchLogGroup: '/lpo/meridian/vpn-connections' },
    ClientLoginBannerOptions: { Enabled: true },
    DnsServers: ['10.20.0.2'],
  });
  expect(endpoint?.properties.TransitGatewayConfiguration).toBeUndefined();
});

test('one association in each zone', () => {
  expect(resourcesOf(vpn, 'AWS::EC2::ClientVpnTargetNetworkAssociation')).toHaveLength(2);
});

test('every rule names one group and one endpoint subnet, never all groups', () => {
  const rules = resourcesOf(vpn, 'AWS::EC2::ClientVpnAuthorizationRule');
  const endpointSubnets = ['10.20.0.0/27', '10.20.0.32/27'];
  // two matters, six functions, two endpoint subnets
  expect(rules).toHaveLength(24);
  for (const { properties } of rules) {
    expect(properties.AuthorizeAllGroups).toBe(false);
    expect(properties.AccessGroupId).toMatch(/^5f1c(7f3a|2be4)-/);
    expect(endpointSubnets).toContain(properties.TargetNetworkCidr);
  }
});

test('no route leads out of the VPC', () => {
  expect(resourcesOf(assembly, 'AWS::EC2::ClientVpnRoute')).toEqual([]);
});
