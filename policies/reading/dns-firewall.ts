import { asText } from '../../lib/model/as-text.ts';
import type { AssemblyView, Placed } from '../template/assembly-view.ts';
import { isObject } from '../template/template-shape.ts';

const prefix = 'AWS::Route53Resolver::';

/** Resources of Route 53 Resolver that a property ties to a VPC. */
export const resolverResourcesOf = (
  view: AssemblyView,
  type: 'FirewallConfig' | 'FirewallRuleGroupAssociation',
  vpc: Placed,
): Placed[] =>
  view
    .ofType(prefix + type)
    .filter(
      ({ stack, resource }) =>
        view.target(resource.get(type === 'FirewallConfig' ? 'ResourceId' : 'VpcId'), stack) === vpc,
    );

/** A rule of a DNS firewall with the names it is about. */
export interface FirewallRule {
  readonly action: unknown;
  /** Without the trailing dot. */
  readonly names: readonly string[];
}

/** Rules of each rule group of a VPC, in the order they are asked. A group that is not there has none. */
export const firewallsOf = (view: AssemblyView, vpc: Placed): FirewallRule[][] =>
  resolverResourcesOf(view, 'FirewallRuleGroupAssociation', vpc).map(({ stack, resource }) =>
    rulesOf(view, view.target(resource.get('FirewallRuleGroupId'), stack)),
  );

const rulesOf = (view: AssemblyView, group: Placed | undefined): FirewallRule[] =>
  (group?.resource.list('FirewallRules') ?? [])
    .filter(isObject)
    .sort((a, b) => Number(asText(a.Priority)) - Number(asText(b.Priority)))
    .map((rule) => ({
      action: rule.Action,
      names: (
        (group && view.target(rule.FirewallDomainListId, group.stack))?.resource.list('Domains') ?? []
      ).map((name) => asText(name).replace(/\.$/, '')),
    }));
