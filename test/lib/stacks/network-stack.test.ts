import { exampleAssembly } from '../../support/example-assembly.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const assembly = exampleAssembly();
const network = stackOf(assembly, 'meridian/Network');

describe('the network has no way out', () => {
  test.each([
    'AWS::EC2::InternetGateway',
    'AWS::EC2::EgressOnlyInternetGateway',
    'AWS::EC2::NatGateway',
    'AWS::EC2::VPCGatewayAttachment',
    'AWS::EC2::VPCPeeringConnection',
    'AWS::EC2::TransitGatewayAttachment',
    'AWS::EC2::TransitGatewayVpcAttachment',
    'AWS::EC2::VPNGateway',
    'AWS::EC2::Route',
    'AWS::EC2::EIP',
  ])('no %s anywhere', (type) => {
    expect(resourcesOf(assembly, type)).toEqual([]);
  });

  test('no subnet gives out public addresses', () => {
    const subnets = resourcesOf(network, 'AWS::EC2::Subnet');
    expect(subnets).toHaveLength(4);
    for (const { properties } of subnets) expect(properties.MapPublicIpOnLaunch).toBe(false);
  });

  test('zones are written out, so synthesis asks no account', () => {
    const zones = resourcesOf(network, 'AWS::EC2::Subnet').map(
      ({ properties }) => properties.AvailabilityZone,
    );
    expect(zones.sort()).toEqual(['eu-west-2a', 'eu-west-2a', 'eu-west-2b', 'eu-west-2b']);
  });

  test('block public access holds in both directions', () => {
    const [options] = resourcesOf(network, 'AWS::EC2::VPCBlockPublicAccessOptions');
    expect(options?.properties.InternetGatewayBlockMode).toBe('block-bidirectional');
  });

  test('the default security group is closed by the custom resource, which logs under our key', () => {
    expect(resourcesOf(network, 'Custom::VpcRestrictDefaultSG')).toHaveLength(1);
    const [handler] = resourcesOf(network, 'AWS::Lambda::Function');
    expect(handler?.properties.LoggingConfig).toEqual({ LogGroup: '/lpo/meridian/functions' });
  });
});

describe('security groups and network ACLs', () => {
  test('no rule names the whole internet', () => {
    const everywhere = JSON.stringify(
      [
        'AWS::EC2::SecurityGroup',
        'AWS::EC2::SecurityGroupIngress',
        'AWS::EC2::SecurityGroupEgress',
        'AWS::EC2::NetworkAclEntry',
      ].flatMap((type) => resourcesOf(assembly, type).map(({ properties }) => properties)),
    );
    expect(everywhere).not.toContain('0.0.0.0/0');
    expect(everywhere).not.toContain('::/0');
  });

  test('the endpoints accept HTTPS from the VPN only', () => {
    const ingress = resourcesOf(network, 'AWS::EC2::SecurityGroupIngress');
    expect(
      ingress.map(({ properties }) => [properties.IpProtocol, properties.FromPort, properties.ToPort]),
    ).toEqual([['tcp', 443, 443]]);
    expect(ingress[0]?.properties.SourceSecurityGroupId).toBeDefined();
  });

  test('each tier talks to the subnets of the other tier and to nothing else', () => {
    const subnets = resourcesOf(network, 'AWS::EC2::Subnet').map(({ properties }) => properties.CidrBlock);
    const entries = resourcesOf(network, 'AWS::EC2::NetworkAclEntry');
    expect(entries).toHaveLength(8);
    for (const { properties } of entries) {
      expect(subnets).toContain(properties.CidrBlock);
      expect(properties.Protocol).toBe(6);
    }
  });
});

describe('endpoints', () => {
  const endpoints = resourcesOf(network, 'AWS::EC2::VPCEndpoint');

  test('are interface endpoints for S3, KMS and STS with private names', () => {
    expect(endpoints.map(({ properties }) => properties.ServiceName).sort()).toEqual([
      'com.amazonaws.eu-west-2.kms',
      'com.amazonaws.eu-west-2.s3',
      'com.amazonaws.eu-west-2.sts',
    ]);
    for (const { properties } of endpoints) {
      expect(properties.VpcEndpointType).toBe('Interface');
      expect(properties.PrivateDnsEnabled).toBe(true);
    }
  });

  test('let through principals of this account in this organization only', () => {
    for (const { properties } of endpoints) {
      for (const statement of properties.PolicyDocument.Statement) {
        expect(statement.Effect).toBe('Allow');
        expect(statement.Condition.StringEquals).toMatchObject({
          'aws:PrincipalAccount': '200000000001',
          'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
        });
        expect([statement.Action].flat()).not.toContain('*');
      }
    }
  });

  test('S3 and KMS reach resources of this account only', () => {
    for (const { properties } of endpoints.filter((e) => !e.properties.ServiceName.endsWith('sts')))
      expect(properties.PolicyDocument.Statement[0].Condition.StringEquals).toMatchObject({
        'aws:ResourceAccount': '200000000001',
        'aws:ResourceOrgID': 'o-a1b2c3d4e5',
      });
  });
});

describe('DNS and logs', () => {
  test('the firewall answers for the endpoints and refuses everything else, closed on failure', () => {
    const lists = resourcesOf(network, 'AWS::Route53Resolver::FirewallDomainList');
    const [rules] = resourcesOf(network, 'AWS::Route53Resolver::FirewallRuleGroup');
    expect(lists.map(({ properties }) => properties.Domains)).toContainEqual(['*']);
    expect(rules?.properties.FirewallRules.map((rule: { Action: string }) => rule.Action)).toEqual([
      'ALLOW',
      'BLOCK',
    ]);
    const [config] = resourcesOf(network, 'AWS::Route53Resolver::FirewallConfig');
    expect(config?.properties.FirewallFailOpen).toBe('DISABLED');
  });

  test('all traffic and all DNS questions are logged', () => {
    const [flow] = resourcesOf(network, 'AWS::EC2::FlowLog');
    expect(flow?.properties).toMatchObject({ TrafficType: 'ALL', ResourceType: 'VPC' });
    expect(resourcesOf(network, 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation')).toHaveLength(
      1,
    );
  });

  test('log groups are encrypted, kept a year and protected from deletion', () => {
    const groups = resourcesOf(stackOf(assembly, 'meridian/Logs'), 'AWS::Logs::LogGroup');
    expect(groups.map(({ properties }) => properties.LogGroupName).sort()).toEqual([
      '/lpo/meridian/dns-queries',
      '/lpo/meridian/functions',
      '/lpo/meridian/restores',
      '/lpo/meridian/vpc-flow',
      '/lpo/meridian/vpn-connections',
    ]);
    for (const { properties, resource } of groups) {
      expect(properties.KmsKeyId).toBeDefined();
      expect(properties.RetentionInDays).toBe(365);
      expect(properties.DeletionProtectionEnabled).toBe(true);
      expect(resource.DeletionPolicy).toBe('Retain');
    }
  });
});
