import { type CfnResource, Stack } from 'aws-cdk-lib';
import { PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import { logGroupName } from '../../model/names.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { DnsFirewall } from './dns-firewall.ts';
import { answeredNames } from './endpoints.ts';
import { NetworkLogs } from './network-logs.ts';
import { TierAcl } from './tier-acl.ts';
import { WorkspaceEndpoints } from './workspace-endpoints.ts';
import { WorkspaceVpc } from './workspace-vpc.ts';

export interface WorkspaceNetworkProps {
  /** Slug of the vendor, as in every name of its workspace. */
  readonly vendor: string;
  /** IPv4 range of the VPC, /24 or larger. */
  readonly cidr: string;
  /** Two or more zones of the stack's region. */
  readonly availabilityZones: readonly string[];
  /** AWS Organizations id; no principal and no resource outside it passes the endpoints. */
  readonly organizationId: string;
}

/** The parts of a closed network that others are attached to. */
export interface WorkspaceNetworkParts {
  /** VPC with its subnets, and no way out. */
  readonly network: WorkspaceVpc;
  /** Interface endpoints, the only way out. */
  readonly endpoints: WorkspaceEndpoints;
}

/**
 * The closed network of a workspace: a VPC without a way out, interface endpoints, a DNS firewall that answers
 * their names alone, and its logs. The log groups are those that `WorkspaceLogs` makes.
 */
export class WorkspaceNetwork extends Construct implements WorkspaceNetworkParts {
  /** VPC with its subnets, and no way out. */
  readonly network: WorkspaceVpc;
  /** Interface endpoints, the only way out. */
  readonly endpoints: WorkspaceEndpoints;

  constructor(scope: Construct, id: string, props: WorkspaceNetworkProps) {
    super(scope, id);
    const { network, endpoints } = addWorkspaceNetwork(this, props);
    this.network = network;
    this.endpoints = endpoints;
  }
}

/** The same parts directly in a scope, for a stack that holds nothing else. */
export function addWorkspaceNetwork(scope: Construct, props: WorkspaceNetworkProps): WorkspaceNetworkParts {
  const { vendor } = props;
  const stack = Stack.of(scope);
  const network = new WorkspaceVpc(scope, 'Network', props);
  const { vpc, endpointSubnets, vpnSubnets } = network;
  const endpoints = new WorkspaceEndpoints(scope, 'Endpoints', {
    vpc,
    subnets: endpointSubnets,
    organizationId: props.organizationId,
  });
  new TierAcl(scope, 'EndpointAcl', { vpc, subnets: endpointSubnets, peers: vpnSubnets, role: 'server' });
  new TierAcl(scope, 'VpnAcl', { vpc, subnets: vpnSubnets, peers: endpointSubnets, role: 'client' });

  const domain = `${stack.region}.${RegionInfo.get(stack.region).domainSuffix ?? 'amazonaws.com'}`;
  new DnsFirewall(scope, 'DnsFirewall', { vpc, allowedDomains: answeredNames(domain) });
  const logs = new NetworkLogs(scope, 'Logs', {
    vendor,
    vpc,
    flowLogGroupName: logGroupName(vendor, 'vpc-flow'),
    dnsLogGroupName: logGroupName(vendor, 'dns-queries'),
  });
  // CDK's function that empties the default security group, which would log to a group of its own without our key.
  const provider = stack.node.findChild('Custom::VpcRestrictDefaultSGCustomResourceProvider');
  const handler = provider.node.findChild('Handler') as CfnResource;
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logGroupName(vendor, 'functions') });
  // Roles that the CDK makes for itself get the ceiling too.
  const boundary = boundaryByName(scope, vendor, 'service');
  for (const part of [logs, provider]) PermissionsBoundary.of(part).apply(boundary);
  return { network, endpoints };
}
