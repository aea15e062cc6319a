import { closed } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, text, words } from '../authoring/shapes/text.ts';

const serviceRole = text('the service-linked role of AWS Config in this account', (arn, { stack }) =>
  new RegExp(
    `^arn:[a-z-]+:iam::${stack.account}:role/aws-service-role/config\\.amazonaws\\.com/AWSServiceRoleForConfig$`,
  ).test(arn),
);

export const properties: PropertyLists = {
  'AWS::Config::ConfigRule': {
    ConfigRuleName: words,
    Description: words,
    Source: closed({ Owner: oneOf('AWS'), SourceIdentifier: words }),
  },
  'AWS::Config::ConfigurationRecorder': {
    Name: words,
    RecordingGroup: closed({
      AllSupported: judgedBy('LPO-DET-01/config-records-everything'),
      IncludeGlobalResourceTypes: judgedBy('LPO-DET-01/config-records-everything'),
    }),
    RoleARN: serviceRole,
  },
  'AWS::Config::ConformancePack': {
    ConformancePackName: words,
    Tags: tags,
    TemplateBody: judgedBy('LPO-DET-01/conformance-pack-only-watches'),
  },
  'AWS::Config::DeliveryChannel': {
    ConfigSnapshotDeliveryProperties: closed({
      DeliveryFrequency: oneOf('One_Hour', 'Three_Hours', 'Six_Hours', 'Twelve_Hours', 'TwentyFour_Hours'),
    }),
    Name: words,
    S3BucketName: made('AWS::S3::Bucket'),
  },
};
