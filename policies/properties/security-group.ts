import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, words } from '../authoring/shapes/text.ts';

const narrow = judgedBy('LPO-NET-01/security-groups-narrow');
const port = number(0, 65535);
/** "No egress" is a rule of the CDK to an address that matches nothing, whatever protocol and ports stand there. */
const rule = {
  CidrIp: narrow,
  Description: words,
  FromPort: port,
  IpProtocol: oneOf('tcp', 'udp', 6, 17, 'icmp'),
  ToPort: port,
};
const from = { ...rule, SourceSecurityGroupId: made('AWS::EC2::SecurityGroup') };
const to = { ...rule, DestinationSecurityGroupId: made('AWS::EC2::SecurityGroup') };
const group = { GroupId: made('AWS::EC2::SecurityGroup') };

/** By address or by group of this assembly: never by prefix list, by IPv6, or by a group of another account. */
export const properties: PropertyLists = {
  'AWS::EC2::SecurityGroup': {
    GroupDescription: words,
    GroupName: words,
    SecurityGroupEgress: listOf(closed(to)),
    SecurityGroupIngress: listOf(closed(from)),
    Tags: tags,
    VpcId: made('AWS::EC2::VPC'),
  },
  'AWS::EC2::SecurityGroupEgress': { ...to, ...group },
  'AWS::EC2::SecurityGroupIngress': { ...from, ...group },
};
