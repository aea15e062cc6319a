import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf } from '../authoring/shapes/text.ts';

/** An interface for a service of AWS in this Region: no service network, no resource of somebody else. */
export const properties: PropertyLists = {
  'AWS::EC2::VPCEndpoint': {
    DnsOptions: closed({
      DnsRecordIpType: judgedBy('people-reach-the-endpoints'),
      PrivateDnsOnlyForInboundResolverEndpoint: judgedBy('people-reach-the-endpoints'),
    }),
    IpAddressType: oneOf('ipv4'),
    PolicyDocument: judgedBy(
      'LPO-NET-02/endpoint-policy-bound-to-the-account',
      'endpoints-stay-in-the-account',
    ),
    PrivateDnsEnabled: judgedBy('LPO-NET-02/endpoint-policy-bound-to-the-account'),
    SecurityGroupIds: listOf(made('AWS::EC2::SecurityGroup')),
    ServiceName: judgedBy('LPO-NET-02/endpoint-serves-a-listed-service'),
    SubnetIds: listOf(made('AWS::EC2::Subnet')),
    Tags: tags,
    VpcEndpointType: judgedBy('LPO-NET-02/endpoint-serves-a-listed-service'),
    VpcId: made('AWS::EC2::VPC'),
  },
};
