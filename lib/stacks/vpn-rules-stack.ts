import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Matter } from '../config/vendor-schema.ts';
import { authorizeGroups } from '../constructs/vpn/authorize-groups.ts';
import type { Eligible } from '../gates/people/eligible-people.ts';
import type { NetworkStack } from './network-stack.ts';
import { vpnGroups } from './vpn-groups.ts';

export interface VpnRulesStackProps extends StackProps {
  /** Id of the Client VPN endpoint. */
  readonly endpointId: string;
  /** Stack of the VPC, its endpoints and their security groups. */
  readonly network: NetworkStack;
  /** Matters for whose rules the stack of the endpoint has no room. */
  readonly matters: readonly Matter[];
  /** People who may act on the day of the synthesis; a function that nobody may fill is authorized for nothing. */
  readonly eligible: Eligible;
}

/** Authorization rules of matters beyond those that the stack of the endpoint holds; it keeps nothing else. */
export class VpnRulesStack extends Stack {
  constructor(scope: Construct, id: string, props: VpnRulesStackProps) {
    super(scope, id, props);
    authorizeGroups(this, {
      endpointId: props.endpointId,
      groups: vpnGroups(props.matters, props.eligible),
      reachableCidrs: props.network.network.endpointCidrs,
      after: [],
    });
  }
}
