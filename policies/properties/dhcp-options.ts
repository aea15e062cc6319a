import { listOf } from '../authoring/shapes/closed.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf } from '../authoring/shapes/text.ts';

/** The resolver of the VPC alone, in front of which the DNS firewall stands. */
export const properties: PropertyLists = {
  'AWS::EC2::DHCPOptions': { DomainNameServers: listOf(oneOf('AmazonProvidedDNS')), Tags: tags },
  'AWS::EC2::VPCDHCPOptionsAssociation': {
    DhcpOptionsId: made('AWS::EC2::DHCPOptions'),
    VpcId: made('AWS::EC2::VPC'),
  },
};
