import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf } from '../authoring/shapes/text.ts';

/** In the default format, which names both ends of a flow: a thinner one would leave them out. */
export const properties: PropertyLists = {
  'AWS::EC2::FlowLog': {
    DeliverLogsPermissionArn: made('AWS::IAM::Role'),
    LogDestinationType: oneOf('cloud-watch-logs'),
    LogGroupName: made('AWS::Logs::LogGroup'),
    MaxAggregationInterval: oneOf(60, 600),
    ResourceId: made('AWS::EC2::VPC'),
    ResourceType: judgedBy('LPO-LOG-01/vpc-flows-logged'),
    Tags: tags,
    TrafficType: judgedBy('LPO-LOG-01/vpc-flows-logged'),
  },
};
