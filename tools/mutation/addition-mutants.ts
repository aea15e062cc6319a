import type { TemplateResource } from '../../policies/template/assembly.ts';
import type { Change } from './mutant.ts';

/** Additions beside or into a resource of a type, each a way out on its own. */
const into: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'AWS::EC2::ClientVpnAuthorizationRule': { AuthorizeAllGroups: true },
  'AWS::EC2::ClientVpnEndpoint': {
    SplitTunnel: true,
    TransitGatewayConfiguration: { TransitGatewayId: 'tgw-0123456789abcdef0' },
  },
  'AWS::EC2::Subnet': { MapPublicIpOnLaunch: true, AssignIpv6AddressOnCreation: true },
  'AWS::IAM::Role': { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
  'AWS::KMS::Key': { MultiRegion: true, PendingWindowInDays: 7, RotationPeriodInDays: 2560 },
  'AWS::S3::Bucket': {
    AccessControl: 'PublicRead',
    AccelerateConfiguration: { AccelerationStatus: 'Enabled' },
    CorsConfiguration: { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] },
    ReplicationConfiguration: { Role: 'arn:aws:iam::999999999999:role/x', Rules: [] },
    WebsiteConfiguration: { IndexDocument: 'index.html' },
  },
};

const beside: Readonly<Record<string, (logicalId: string) => Readonly<Record<string, TemplateResource>>>> = {
  'AWS::EC2::RouteTable': (table) => ({
    PlantedRoute: {
      Type: 'AWS::EC2::Route',
      Properties: {
        RouteTableId: { Ref: table },
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: 'igw-0123456789abcdef0',
      },
    },
  }),
  'AWS::EC2::VPC': (vpc) => ({
    PlantedGateway: { Type: 'AWS::EC2::InternetGateway' },
    PlantedAttachment: {
      Type: 'AWS::EC2::VPCGatewayAttachment',
      Properties: { VpcId: { Ref: vpc }, InternetGatewayId: { Ref: 'PlantedGateway' } },
    },
  }),
  'AWS::EC2::Subnet': (subnet) => ({
    PlantedNat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: subnet } } },
  }),
  'AWS::EC2::ClientVpnEndpoint': (endpoint) => ({
    PlantedRoute: {
      Type: 'AWS::EC2::ClientVpnRoute',
      Properties: {
        ClientVpnEndpointId: { Ref: endpoint },
        DestinationCidrBlock: '0.0.0.0/0',
        TargetVpcSubnetId: 'subnet-1',
      },
    },
  }),
  'AWS::EC2::SecurityGroup': (group) => ({
    PlantedIngress: {
      Type: 'AWS::EC2::SecurityGroupIngress',
      Properties: { GroupId: { Ref: group }, IpProtocol: '-1', CidrIp: '0.0.0.0/0' },
    },
  }),
  'AWS::IAM::Role': () => ({
    PlantedUser: { Type: 'AWS::IAM::User' },
    PlantedKey: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'PlantedUser' } } },
  }),
};

export function additionMutants(logicalId: string, resource: TemplateResource): Change[] {
  const properties = Object.entries(into[resource.Type] ?? {}).map(
    ([name, value]): Change => ({
      operator: 'add',
      at: name,
      resource: { ...resource, Properties: { ...resource.Properties, [name]: value } },
    }),
  );
  const planted = beside[resource.Type]?.(logicalId);
  return planted
    ? [...properties, { operator: 'add', at: Object.keys(planted).join('+'), resource, beside: planted }]
    : properties;
}
