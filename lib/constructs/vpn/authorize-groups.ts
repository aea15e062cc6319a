import type { CfnResource } from 'aws-cdk-lib';
import { CfnClientVpnAuthorizationRule } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** An identity-provider group and the place it works for. */
export interface VpnGroup {
  /** Construct id part, for example `m-7f3a9c-reviewer`. */
  readonly name: string;
  /** Value the identity provider sends in `memberOf`. */
  readonly accessGroupId: string;
}

export interface AuthorizeGroupsProps {
  /** Id of the Client VPN endpoint. */
  readonly endpointId: string;
  /** Identity-provider groups that are let in, and where to. */
  readonly groups: readonly VpnGroup[];
  /** Ranges of the endpoints' subnets: all that any group may reach. */
  readonly reachableCidrs: readonly string[];
  /** Resources that the first rule waits for. */
  readonly after: readonly CfnResource[];
}

/** Authorization rules of groups, one after another: Client VPN accepts ten concurrent changes. */
export function authorizeGroups(scope: Construct, props: AuthorizeGroupsProps): void {
  let before = props.after;
  for (const group of props.groups)
    for (const [index, targetNetworkCidr] of props.reachableCidrs.entries()) {
      const rule = new CfnClientVpnAuthorizationRule(scope, `Allow-${group.name}-${index}`, {
        clientVpnEndpointId: props.endpointId,
        accessGroupId: group.accessGroupId,
        authorizeAllGroups: false,
        targetNetworkCidr,
        description: group.name,
      });
      for (const each of before) rule.addResourceDependency(each);
      before = [rule];
    }
}
