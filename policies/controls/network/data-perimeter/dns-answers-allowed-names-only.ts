import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { type FirewallRule, firewallsOf, resolverResourcesOf } from '../../../reading/dns-firewall.ts';

const prefix = 'AWS::Route53Resolver::';
const vpc = { Ref: 'Vpc' };
const allow = { Action: 'ALLOW', Priority: 100, FirewallDomainListId: { Ref: 'Allowed' } };
const block = {
  Action: 'BLOCK',
  BlockResponse: 'NXDOMAIN',
  Priority: 200,
  FirewallDomainListId: { Ref: 'All' },
};
const list = (...Domains: string[]) => ({ Type: `${prefix}FirewallDomainList`, Properties: { Domains } });
const parts = (rules: object[], more: Record<string, object> = {}): ExampleStacks => ({
  'meridian/Network': {
    Vpc: { Type: 'AWS::EC2::VPC' },
    Allowed: list('s3.eu-west-2.amazonaws.com.'),
    All: list('*.'),
    Group: { Type: `${prefix}FirewallRuleGroup`, Properties: { FirewallRules: rules } },
    GroupOfVpc: {
      Type: `${prefix}FirewallRuleGroupAssociation`,
      Properties: { FirewallRuleGroupId: { Ref: 'Group' }, VpcId: vpc },
    },
    Config: {
      Type: `${prefix}FirewallConfig`,
      Properties: { ResourceId: vpc, FirewallFailOpen: 'DISABLED' },
    },
    ...(more as object),
  },
});

/** The last rule blocks every name, the ones before it allow listed names without a bare wildcard. */
export const check = assemblyCheck({
  control: 'LPO-NET-02',
  name: 'dns-answers-allowed-names-only',
  expected: 'each VPC has a DNS firewall that fails closed, allows listed names and blocks all others',
  fix: 'associate a rule group that ends in BLOCK for *. and set FirewallFailOpen to DISABLED',
  judge(view) {
    const vpcs = view.ofType('AWS::EC2::VPC');
    if (vpcs.length === 0) return 'not applicable';
    return vpcs.flatMap((vpc) => {
      const at = { stack: vpc.stack.id, logicalId: vpc.resource.logicalId, property: '-' };
      const closes = resolverResourcesOf(view, 'FirewallConfig', vpc).some(
        ({ resource }) => resource.text('FirewallFailOpen') === 'DISABLED',
      );
      const blocking = firewallsOf(view, vpc).some(blocksTheRest);
      return [
        ...(closes ? [] : [{ ...at, got: 'the DNS firewall fails open' }]),
        ...(blocking ? [] : [{ ...at, got: 'DNS answers for names that are not listed' }]),
      ];
    });
  },
  good: { 'allow and block': parts([allow, block]) },
  bad: {
    'no block': parts([allow]),
    'block before allow': parts([{ ...block, Action: 'ALERT' }, allow]),
    'a block that only alerts': parts([allow, { ...block, Action: 'ALERT' }]),
    'a rule that only alerts': parts([{ ...allow, Action: 'ALERT' }, block]),
    'an allowed wildcard': parts([allow, block], { Allowed: list('*.') }),
    'fails open': parts([allow, block], {
      Config: {
        Type: `${prefix}FirewallConfig`,
        Properties: { ResourceId: vpc, FirewallFailOpen: 'ENABLED' },
      },
    }),
    'another VPC': parts([allow, block], {
      GroupOfVpc: {
        Type: `${prefix}FirewallRuleGroupAssociation`,
        Properties: { FirewallRuleGroupId: { Ref: 'Group' }, VpcId: 'vpc-2' },
      },
    }),
  },
});

function blocksTheRest(rules: readonly FirewallRule[]): boolean {
  const last = rules.at(-1);
  if (last?.action !== 'BLOCK' || !last.names.includes('*')) return false;
  return rules
    .slice(0, -1)
    .every(
      ({ action, names }) =>
        action === 'ALLOW' &&
        names.length > 0 &&
        names.every((name) => name.split('.').filter((part) => part !== '*').length >= 2),
    );
}
