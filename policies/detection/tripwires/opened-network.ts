import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'an opened network',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/using-cloudtrail.html',
  rings: (room) =>
    [
      'ec2:AuthorizeClientVpnIngress',
      'ec2:ModifyClientVpnEndpoint',
      'ec2:CreateClientVpnEndpoint',
      'ec2:AttachInternetGateway',
      'ec2:CreateNatGateway',
      'ec2:CreateVpcPeeringConnection',
      'ec2:ModifyVpcEndpoint',
    ].map((call) => called(room, call)),
  silent: (room) => ['ec2:CreateTags', 'ec2:CreateNetworkInterface'].map((call) => called(room, call)),
};
