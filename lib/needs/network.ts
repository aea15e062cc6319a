import { each, type Resources, sum } from './need.ts';

/** Interface endpoints: S3, STS, CloudWatch Logs. */
const endpoints = 3;
/** A subnet for the endpoints and one for the VPN in each zone. */
const subnetsInZone = 2;
const aclEntriesInZone = 4;

/** The `Network` stack of a vendor, which grows with availability zones. */
export const networkResources = (zones: number): Resources =>
  sum(
    each(1, [
      'AWS::EC2::VPC',
      'AWS::EC2::VPCBlockPublicAccessOptions',
      'AWS::EC2::FlowLog',
      'AWS::EC2::SecurityGroupIngress',
      'AWS::EC2::SecurityGroupEgress',
      'AWS::IAM::ManagedPolicy',
      'AWS::Lambda::Function',
      'Custom::VpcRestrictDefaultSG',
      'AWS::Route53Resolver::FirewallConfig',
      'AWS::Route53Resolver::FirewallRuleGroup',
      'AWS::Route53Resolver::FirewallRuleGroupAssociation',
      'AWS::Route53Resolver::ResolverQueryLoggingConfig',
      'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
    ]),
    each(2, [
      'AWS::IAM::Role',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::NetworkAcl',
      'AWS::Route53Resolver::FirewallDomainList',
    ]),
    { 'AWS::EC2::VPCEndpoint': endpoints },
    each(subnetsInZone * zones, [
      'AWS::EC2::Subnet',
      'AWS::EC2::RouteTable',
      'AWS::EC2::SubnetRouteTableAssociation',
      'AWS::EC2::SubnetNetworkAclAssociation',
    ]),
    { 'AWS::EC2::NetworkAclEntry': aclEntriesInZone * zones },
  );
