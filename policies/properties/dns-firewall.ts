import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, words } from '../authoring/shapes/text.ts';

/** Each rule holds for queries of every type, answers with no name of its own, and inspects redirections. */
export const properties: PropertyLists = {
  'AWS::Route53Resolver::FirewallConfig': {
    FirewallFailOpen: judgedBy('LPO-NET-02/dns-answers-allowed-names-only'),
    ResourceId: made('AWS::EC2::VPC'),
  },
  'AWS::Route53Resolver::FirewallDomainList': {
    Domains: judgedBy('LPO-NET-02/dns-answers-its-endpoints'),
    Name: words,
    Tags: tags,
  },
  'AWS::Route53Resolver::FirewallRuleGroup': {
    FirewallRules: listOf(
      closed({
        Action: judgedBy('LPO-NET-02/dns-answers-allowed-names-only'),
        BlockResponse: oneOf('NXDOMAIN', 'NODATA'),
        FirewallDomainListId: made('AWS::Route53Resolver::FirewallDomainList'),
        Priority: number(1, 65535),
      }),
    ),
    Name: words,
    Tags: tags,
  },
  'AWS::Route53Resolver::FirewallRuleGroupAssociation': {
    FirewallRuleGroupId: made('AWS::Route53Resolver::FirewallRuleGroup'),
    MutationProtection: oneOf('ENABLED', 'DISABLED'),
    Name: words,
    Priority: number(101, 8999),
    Tags: tags,
    VpcId: made('AWS::EC2::VPC'),
  },
};
