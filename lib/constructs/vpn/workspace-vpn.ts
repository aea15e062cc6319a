import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnClientVpnEndpoint, CfnClientVpnTargetNetworkAssociation } from 'aws-cdk-lib/aws-ec2';
import { CfnSAMLProvider } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { authorizeGroups, type VpnGroup } from './authorize-groups.ts';

export interface WorkspaceVpnProps {
  /** Id of the workspace's VPC. */
  readonly vpcId: string;
  /**
   * IPv4 range that connected clients get addresses from, /12 to /22; it cannot be changed.
   *
   * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/how-it-works.html
   */
  readonly clientCidr: string;
  /** Id of the security group of the associated network interfaces. */
  readonly securityGroupId: string;
  /** Subnets, one in each zone. */
  readonly subnetIds: readonly string[];
  /** ARN in ACM of the certificate the endpoint presents. */
  readonly serverCertificateArn: string;
  /** ARN in ACM of the root that device certificates chain to. */
  readonly clientRootCertificateArn: string;
  /** Name of the IAM SAML provider this construct makes. */
  readonly samlProviderName: string;
  /** SAML metadata document, XML. */
  readonly samlMetadata: string;
  /**
   * Name of the log group.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
   */
  readonly logGroupName: string;
  /** IPv4 address of the resolver that connected clients ask. */
  readonly dnsServer: string;
  /** Identity-provider groups that are let in, and where to. */
  readonly groups: readonly VpnGroup[];
  /** Subnet ranges of the endpoints: all that any group may reach. */
  readonly reachableCidrs: readonly string[];
  /** Hours until a session ends; Client VPN knows 8, 10, 12 and 24. */
  readonly sessionHours: 8 | 10 | 12;
  /**
   * Text shown to everybody who connects, at most 1,400 characters.
   *
   * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-login-banner.html
   */
  readonly banner: string;
  /**
   * ARN of the Lambda that decides at connect time; its name must begin with `AWSClientVPN-`.
   *
   * @default - no handler: certificate, identity provider and authorization rules decide
   */
  readonly connectHandlerArn?: string;
}

/**
 * The way in: certificate and identity provider must both say yes, everything goes through the tunnel, and
 * each group reaches the endpoints and nothing else.
 *
 * A group without a rule reaches nothing; there is never a rule for all groups.
 */
export class WorkspaceVpn extends Construct {
  /** The Client VPN endpoint. */
  readonly endpoint: CfnClientVpnEndpoint;

  constructor(scope: Construct, id: string, props: WorkspaceVpnProps) {
    super(scope, id);
    const provider = new CfnSAMLProvider(this, 'IdentityProvider', {
      name: props.samlProviderName,
      samlMetadataDocument: props.samlMetadata,
    });
    this.endpoint = new CfnClientVpnEndpoint(this, 'Endpoint', {
      description: 'Closed workspace',
      vpcId: props.vpcId,
      clientCidrBlock: props.clientCidr,
      securityGroupIds: [props.securityGroupId],
      serverCertificateArn: props.serverCertificateArn,
      authenticationOptions: [
        {
          type: 'certificate-authentication',
          mutualAuthentication: { clientRootCertificateChainArn: props.clientRootCertificateArn },
        },
        { type: 'federated-authentication', federatedAuthentication: { samlProviderArn: provider.ref } },
      ],
      splitTunnel: false,
      clientRouteEnforcementOptions: { enforced: true },
      dnsServers: [props.dnsServer],
      selfServicePortal: 'disabled',
      sessionTimeoutHours: props.sessionHours,
      disconnectOnSessionTimeout: true,
      clientLoginBannerOptions: { enabled: true, bannerText: props.banner },
      clientConnectOptions: props.connectHandlerArn
        ? { enabled: true, lambdaFunctionArn: props.connectHandlerArn }
        : { enabled: false },
      connectionLogOptions: { enabled: true, cloudwatchLogGroup: props.logGroupName },
      transportProtocol: 'udp',
      vpnPort: 443,
    });
    this.endpoint.applyRemovalPolicy(RemovalPolicy.DESTROY);

    const associations = props.subnetIds.map(
      (subnetId, index) =>
        new CfnClientVpnTargetNetworkAssociation(this, `Association${index}`, {
          clientVpnEndpointId: this.endpoint.ref,
          subnetId,
        }),
    );
    authorizeGroups(this, {
      endpointId: this.endpoint.ref,
      groups: props.groups,
      reachableCidrs: props.reachableCidrs,
      after: associations,
    });
  }
}
