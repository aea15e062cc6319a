import { Stack } from 'aws-cdk-lib';
import { CfnVPCEndpoint, type ISubnet, type IVpc, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export interface WorkspaceEndpointsProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  /** AWS Organizations id; no principal and no resource outside it passes. */
  readonly organizationId: string;
}

/**
 * The only doors of the workspace: interface endpoints for S3, KMS and STS.
 *
 * Each policy lets through principals and resources of this account in this organization, nothing else.
 * S3 has no gateway endpoint: AWS documents gateway endpoints as not reachable from a VPN.
 */
export class WorkspaceEndpoints extends Construct {
  readonly s3: CfnVPCEndpoint;
  readonly securityGroup: SecurityGroup;
  /** Security group of the VPN; it may open HTTPS to the endpoints and ask the resolver, nothing else. */
  readonly vpnSecurityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: WorkspaceEndpointsProps) {
    super(scope, id);
    const { account } = Stack.of(this);
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

    const principal = { 'aws:PrincipalAccount': account, 'aws:PrincipalOrgID': props.organizationId };
    const resource = { 'aws:ResourceAccount': account, 'aws:ResourceOrgID': props.organizationId };
    this.s3 = this.endpoint('s3', props, {
      // Objects only: settings of buckets are nobody's business from inside the workspace.
      actions: [
        's3:AbortMultipartUpload',
        's3:GetObject',
        's3:GetObjectLegalHold',
        's3:GetObjectRetention',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:ListMultipartUploadParts',
        's3:PutObject',
        's3:PutObjectLegalHold',
        's3:PutObjectRetention',
      ],
      conditions: { StringEquals: { ...principal, ...resource } },
    });
    this.s3.dnsOptions = {
      dnsRecordIpType: 'ipv4',
      privateDnsOnlyForInboundResolverEndpoint: 'AllResolvers',
    };
    this.endpoint('kms', props, {
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      conditions: { StringEquals: { ...principal, ...resource } },
    });
    // GetCallerIdentity has no resource, and sign-in happens before the tunnel is up.
    this.endpoint('sts', props, {
      actions: ['sts:GetCallerIdentity'],
      conditions: { StringEquals: principal },
    });
  }

  private endpoint(
    service: string,
    props: WorkspaceEndpointsProps,
    allowed: { actions: string[]; conditions: Record<string, Record<string, string>> },
  ): CfnVPCEndpoint {
    const endpoint = new CfnVPCEndpoint(this, service.toUpperCase(), {
      serviceName: `com.amazonaws.${Stack.of(this).region}.${service}`,
      vpcEndpointType: 'Interface',
      vpcId: props.vpc.vpcId,
      subnetIds: props.subnets.map((subnet) => subnet.subnetId),
      securityGroupIds: [this.securityGroup.securityGroupId],
      privateDnsEnabled: true,
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'ThisAccountOnly',
            principals: [new AnyPrincipal()],
            actions: allowed.actions,
            resources: ['*'],
            conditions: allowed.conditions,
          }),
        ],
      }),
    });
    return endpoint;
  }
}
