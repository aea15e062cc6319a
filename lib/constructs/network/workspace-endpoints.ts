import { Stack } from 'aws-cdk-lib';
import { CfnVPCEndpoint, type ISubnet, type IVpc, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type EndpointService, endpoints, type ServiceEndpoint } from './endpoints.ts';

export interface WorkspaceEndpointsProps {
  /** VPC of the workspace. */
  readonly vpc: IVpc;
  /** Isolated subnets, one in each Availability Zone. */
  readonly subnets: readonly ISubnet[];
  /** AWS Organizations id; no principal and no resource outside it passes. */
  readonly organizationId: string;
}

/**
 * The services that can be reached from the workspace: one interface endpoint for each row of the table.
 *
 * Each policy lets through principals and resources of this account in this organization, nothing else.
 */
export class WorkspaceEndpoints extends Construct {
  /** Interface endpoint of each service of the closed list. */
  readonly byService: Readonly<Record<EndpointService, CfnVPCEndpoint>>;
  /** Security group of the endpoints: HTTPS from the VPN, nothing out. */
  readonly securityGroup: SecurityGroup;
  /** Security group of the VPN; it may open HTTPS to the endpoints and ask the resolver, nothing else. */
  readonly vpnSecurityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: WorkspaceEndpointsProps) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc: props.vpc,
      description: 'Interface endpoints: HTTPS from the VPN, nothing out',
      allowAllOutbound: false,
    });
    this.vpnSecurityGroup = new SecurityGroup(this, 'VpnSecurityGroup', {
      vpc: props.vpc,
      description: 'Client VPN: HTTPS to the endpoints, nothing in',
      allowAllOutbound: false,
    });
    this.vpnSecurityGroup.connections.allowTo(this.securityGroup, Port.tcp(443), 'HTTPS to the endpoints');
    this.byService = Object.fromEntries(
      Object.entries(endpoints).map(([service, row]) => [service, this.endpoint(service, row, props)]),
    ) as Record<EndpointService, CfnVPCEndpoint>;
  }

  private endpoint(service: string, row: ServiceEndpoint, props: WorkspaceEndpointsProps): CfnVPCEndpoint {
    const { account, region } = Stack.of(this);
    const principal = { 'aws:PrincipalAccount': account, 'aws:PrincipalOrgID': props.organizationId };
    const resource = { 'aws:ResourceAccount': account, 'aws:ResourceOrgID': props.organizationId };
    return new CfnVPCEndpoint(this, service.toUpperCase(), {
      serviceName: `com.amazonaws.${region}.${service}`,
      vpcEndpointType: 'Interface',
      vpcId: props.vpc.vpcId,
      subnetIds: props.subnets.map((subnet) => subnet.subnetId),
      securityGroupIds: [this.securityGroup.securityGroupId],
      privateDnsEnabled: true,
      ...(row.privateNamesFor && {
        dnsOptions: {
          dnsRecordIpType: 'ipv4',
          privateDnsOnlyForInboundResolverEndpoint: row.privateNamesFor,
        },
      }),
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'ThisAccountOnly',
            principals: [new AnyPrincipal()],
            actions: [...row.actions],
            resources: ['*'],
            conditions: { StringEquals: { ...principal, ...(row.resources === 'own' ? resource : {}) } },
          }),
        ],
      }),
    });
  }
}
