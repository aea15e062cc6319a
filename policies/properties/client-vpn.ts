import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, words } from '../authoring/shapes/text.ts';

export const properties: PropertyLists = {
  'AWS::EC2::ClientVpnEndpoint': {
    AuthenticationOptions: listOf(
      closed({
        FederatedAuthentication: closed({ SAMLProviderArn: made('AWS::IAM::SAMLProvider') }),
        MutualAuthentication: closed({
          ClientRootCertificateChainArn: judgedBy('LPO-NET-01/vpn-as-the-vendor-file-says'),
        }),
        Type: judgedBy('LPO-IDN-01/vpn-authenticates-device-and-person'),
      }),
    ),
    ClientCidrBlock: judgedBy('LPO-NET-01/ranges-do-not-overlap'),
    ClientConnectOptions: closed({
      Enabled: oneOf(true),
      LambdaFunctionArn: made('AWS::Lambda::Function'),
    }),
    ClientLoginBannerOptions: closed({
      BannerText: words,
      Enabled: judgedBy('LPO-IDN-03/vpn-session-ends'),
    }),
    ClientRouteEnforcementOptions: closed({ Enforced: judgedBy('LPO-WKS-01/vpn-full-tunnel') }),
    ConnectionLogOptions: closed({
      CloudwatchLogGroup: judgedBy('LPO-WKS-03/vpn-connections-logged'),
      Enabled: judgedBy('LPO-WKS-03/vpn-connections-logged'),
    }),
    Description: words,
    DisconnectOnSessionTimeout: judgedBy('LPO-IDN-03/vpn-session-ends'),
    DnsServers: judgedBy('LPO-WKS-01/vpn-full-tunnel', 'people-reach-the-endpoints'),
    SecurityGroupIds: listOf(made('AWS::EC2::SecurityGroup')),
    SelfServicePortal: judgedBy('LPO-WKS-01/vpn-full-tunnel'),
    ServerCertificateArn: judgedBy('LPO-NET-01/vpn-as-the-vendor-file-says'),
    SessionTimeoutHours: judgedBy('LPO-IDN-03/vpn-session-ends'),
    SplitTunnel: judgedBy('LPO-WKS-01/vpn-full-tunnel'),
    TagSpecifications: listOf(closed({ ResourceType: oneOf('client-vpn-endpoint'), Tags: tags })),
    TransportProtocol: oneOf('udp', 'tcp'),
    VpcId: made('AWS::EC2::VPC'),
    VpnPort: number(443, 443),
  },
  'AWS::EC2::ClientVpnAuthorizationRule': {
    AccessGroupId: judgedBy('vpn-serves-named-groups'),
    AuthorizeAllGroups: judgedBy('LPO-NET-01/vpn-reaches-narrowly'),
    ClientVpnEndpointId: made('AWS::EC2::ClientVpnEndpoint'),
    Description: words,
    TargetNetworkCidr: judgedBy('LPO-NET-01/vpn-reaches-narrowly'),
  },
  'AWS::EC2::ClientVpnTargetNetworkAssociation': {
    ClientVpnEndpointId: made('AWS::EC2::ClientVpnEndpoint'),
    SubnetId: made('AWS::EC2::Subnet'),
  },
};
