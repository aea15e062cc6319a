import { loadConfig } from '../../../lib/config/load-config.ts';
import { assemblyOf } from '../../support/assembly-of.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

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

test('every rule names one group and the subnets of the endpoints, never all groups', () => {
  const rules = resourcesOf(vpn, 'AWS::EC2::ClientVpnAuthorizationRule');
  // Two matters, six functions; the two subnets lie side by side.
  expect(rules).toHaveLength(12);
  for (const { properties } of rules) {
    expect(properties.AuthorizeAllGroups).toBe(false);
    expect(properties.AccessGroupId).toMatch(/^5f1c(7f3a|2be4)-/);
    expect(properties.TargetNetworkCidr).toBe('10.20.0.0/26');
  }
});

test('no route leads out of the VPC', () => {
  expect(resourcesOf(assembly, 'AWS::EC2::ClientVpnRoute')).toEqual([]);
});

test('the endpoint carries every tag, and the classes of data of all matters behind it', () => {
  expect(endpoint?.properties.TagSpecifications[0].Tags).toEqual([
    {
      Key: 'lpo:data-class',
      Value: 'CONFIDENTIAL_COMMERCIAL+MNPI+PII_BASIC+PRIVILEGED+PROTECTIVE_ORDER+TRADE_SECRET+WORK_PRODUCT',
    },
    { Key: 'lpo:environment', Value: 'production' },
    { Key: 'lpo:matter', Value: 'shared' },
    { Key: 'lpo:owner', Value: 'disputes-london' },
    { Key: 'lpo:vendor', Value: 'meridian' },
  ]);
});

describe('authorization follows the people', () => {
  const authorized = (change: (expiresOn: string) => string, on: string) => {
    const config = loadConfig('config');
    const vendors = config.vendors.map((vendor) => ({
      ...vendor,
      people: vendor.people.map((person) =>
        person.id === 'p-51ce08'
          ? {
              ...person,
              training: person.training.map((one) => ({ ...one, expiresOn: change(one.expiresOn) })),
            }
          : person,
      ),
    }));
    const of = assemblyOf({ ...config, vendors }, { asOf: on, only: ['meridian'] });
    return [
      ...new Set(
        resourcesOf(of, 'AWS::EC2::ClientVpnAuthorizationRule').map(
          ({ properties }) => properties.Description,
        ),
      ),
    ];
  };

  test('a lapse takes the only reviewer out, and the reviewers of the matter with them', () => {
    const all = authorized((date) => date, '2026-11-21');
    expect(all).toHaveLength(12);
    const lapsed = authorized(() => '2026-11-20', '2026-11-21');
    expect(all.filter((name) => !lapsed.includes(name))).toEqual(['m-7f3a9c-reviewer']);
  });

  test('the day decides: before the first assignment and after the last nobody is authorized', () => {
    expect(authorized((date) => date, '2026-11-15')).toEqual([]);
    expect(authorized((date) => date, '2028-01-01')).toEqual([]);
  });
});
