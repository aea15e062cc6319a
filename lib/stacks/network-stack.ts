import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { WorkspaceEndpoints } from '../constructs/network/workspace-endpoints.ts';
import {
  addWorkspaceNetwork,
  type WorkspaceNetworkParts,
  type WorkspaceNetworkProps,
} from '../constructs/network/workspace-network.ts';
import type { WorkspaceVpc } from '../constructs/network/workspace-vpc.ts';

export interface NetworkStackProps extends StackProps, WorkspaceNetworkProps {}

/** The closed network of one vendor, in a stack of its own. */
export class NetworkStack extends Stack implements WorkspaceNetworkParts {
  /** VPC with its subnets, and no way out. */
  readonly network: WorkspaceVpc;
  /** Interface endpoints, the only way out. */
  readonly endpoints: WorkspaceEndpoints;

  private readonly zones: readonly string[];

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    this.zones = props.availabilityZones;
    const { network, endpoints } = addWorkspaceNetwork(this, props);
    this.network = network;
    this.endpoints = endpoints;
  }

  /** Zones of the vendor's file. The CDK would look them up in the account, which needs credentials. */
  override get availabilityZones(): string[] {
    return [...this.zones];
  }
}
