import { closed } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, text } from '../authoring/shapes/text.ts';

const entries = judgedBy('LPO-NET-01/network-acls-narrow');
const closedByDefault = judgedBy('LPO-NET-01/vpc-closed-by-default');
const ownAccount = text('this account', (account, { stack }) => account === stack.account);

export const properties: PropertyLists = {
  'AWS::EC2::NetworkAcl': { Tags: tags, VpcId: made('AWS::EC2::VPC') },
  'AWS::EC2::NetworkAclEntry': {
    CidrBlock: entries,
    Egress: oneOf(true, false),
    NetworkAclId: made('AWS::EC2::NetworkAcl'),
    PortRange: closed({ From: entries, To: entries }),
    Protocol: entries,
    RuleAction: oneOf('allow', 'deny'),
    RuleNumber: number(1, 32766),
  },
  'AWS::EC2::Route': {
    DestinationCidrBlock: judgedBy('LPO-NET-01/no-route-out'),
    RouteTableId: made('AWS::EC2::RouteTable'),
    VpcEndpointId: made('AWS::EC2::VPCEndpoint'),
  },
  'AWS::EC2::RouteTable': { Tags: tags, VpcId: made('AWS::EC2::VPC') },
  'AWS::EC2::Subnet': {
    AvailabilityZone: judgedBy('people-reach-the-endpoints'),
    CidrBlock: judgedBy('people-reach-the-endpoints'),
    MapPublicIpOnLaunch: judgedBy('LPO-NET-01/no-public-addresses'),
    Tags: tags,
    VpcId: made('AWS::EC2::VPC'),
  },
  'AWS::EC2::SubnetNetworkAclAssociation': {
    NetworkAclId: made('AWS::EC2::NetworkAcl'),
    SubnetId: made('AWS::EC2::Subnet'),
  },
  'AWS::EC2::SubnetRouteTableAssociation': {
    RouteTableId: made('AWS::EC2::RouteTable'),
    SubnetId: made('AWS::EC2::Subnet'),
  },
  'AWS::EC2::VPC': {
    CidrBlock: judgedBy('LPO-NET-01/ranges-do-not-overlap'),
    EnableDnsHostnames: oneOf(true),
    EnableDnsSupport: oneOf(true),
    InstanceTenancy: oneOf('default'),
    Tags: tags,
  },
  'AWS::EC2::VPCBlockPublicAccessExclusion': {
    InternetGatewayExclusionMode: closedByDefault,
    SubnetId: closedByDefault,
    Tags: tags,
    VpcId: closedByDefault,
  },
  'AWS::EC2::VPCBlockPublicAccessOptions': { InternetGatewayBlockMode: closedByDefault },
  'Custom::VpcRestrictDefaultSG': {
    Account: ownAccount,
    DefaultSecurityGroupId: closedByDefault,
    ServiceToken: made('AWS::Lambda::Function'),
  },
};
