import { type CfnResource, Stack, type StackProps } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';
import type { Vendor } from '../config/vendor-schema.ts';
import { DnsFirewall } from '../constructs/network/dns-firewall.ts';
import { answeredNames } from '../constructs/network/endpoints.ts';
import { NetworkLogs } from '../constructs/network/network-logs.ts';
import { TierAcl } from '../constructs/network/tier-acl.ts';
import { WorkspaceEndpoints } from '../constructs/network/workspace-endpoints.ts';
import { WorkspaceVpc } from '../constructs/network/workspace-vpc.ts';
import { logGroupName } from '../model/names.ts';

export interface NetworkStackProps extends StackProps {
  readonly vendor: Vendor;
  readonly organizationId: string;
  readonly flowLogGroupName: string;
  readonly dnsLogGroupName: string;
}

/** The closed network: subnets, endpoints, locks and what is written down about them. */
export class NetworkStack extends Stack {
  readonly network: WorkspaceVpc;
  readonly endpoints: WorkspaceEndpoints;

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    const { vendor } = props;
    this.network = new WorkspaceVpc(this, 'Network', {
      cidr: vendor.network.vpcCidr,
      availabilityZones: vendor.availabilityZones,
    });
    const { vpc, endpointSubnets, vpnSubnets } = this.network;
    logProviderTo(this, logGroupName(vendor.vendor, 'functions'));
    this.endpoints = new WorkspaceEndpoints(this, 'Endpoints', {
      vpc,
      subnets: endpointSubnets,
      organizationId: props.organizationId,
    });
    new TierAcl(this, 'EndpointAcl', { vpc, subnets: endpointSubnets, peers: vpnSubnets, role: 'server' });
    new TierAcl(this, 'VpnAcl', { vpc, subnets: vpnSubnets, peers: endpointSubnets, role: 'client' });

    const domain = `${this.region}.${RegionInfo.get(this.region).domainSuffix ?? 'amazonaws.com'}`;
    new DnsFirewall(this, 'DnsFirewall', {
      vpc,
      allowedDomains: answeredNames(domain),
    });
    new NetworkLogs(this, 'Logs', {
      vendor: vendor.vendor,
      vpc,
      flowLogGroupName: props.flowLogGroupName,
      dnsLogGroupName: props.dnsLogGroupName,
    });
  }
}

/** CDK's function that empties the default security group would log to a group of its own, without our key. */
function logProviderTo(stack: Stack, logGroupName: string): void {
  const handler = stack.node
    .findChild('Custom::VpcRestrictDefaultSGCustomResourceProvider')
    .node.findChild('Handler') as CfnResource;
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logGroupName });
}
