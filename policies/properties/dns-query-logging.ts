import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { words } from '../authoring/shapes/text.ts';

export const properties: PropertyLists = {
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': {
    DestinationArn: judgedBy('LPO-LOG-01/vpc-dns-queries-logged'),
    Name: words,
    Tags: tags,
  },
  'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation': {
    ResolverQueryLogConfigId: made('AWS::Route53Resolver::ResolverQueryLoggingConfig'),
    ResourceId: made('AWS::EC2::VPC'),
  },
};
