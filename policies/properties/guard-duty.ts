import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, words } from '../authoring/shapes/text.ts';

const feature = { Name: words, Status: oneOf('ENABLED') };

export const properties: PropertyLists = {
  'AWS::GuardDuty::Detector': {
    Enable: judgedBy('LPO-DET-02/guard-duty-sees-everything'),
    Features: listOf(closed({ ...feature, AdditionalConfiguration: listOf(closed(feature)) })),
    FindingPublishingFrequency: oneOf('FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'),
    Tags: tags,
  },
  // The whole bucket: a prefix would leave the rest of it unscanned.
  'AWS::GuardDuty::MalwareProtectionPlan': {
    Actions: closed({
      Tagging: closed({ Status: judgedBy('LPO-DAT-06/matter-bucket-scanned') }),
    }),
    ProtectedResource: closed({ S3Bucket: closed({ BucketName: made('AWS::S3::Bucket') }) }),
    Role: made('AWS::IAM::Role'),
    Tags: tags,
  },
};
