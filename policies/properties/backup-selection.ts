import { closed, listOf } from '../authoring/shapes/closed.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { words } from '../authoring/shapes/text.ts';

/** Buckets by name: nothing that leaves one out again by its name, a tag or a condition. */
export const properties: PropertyLists = {
  'AWS::Backup::BackupSelection': {
    BackupPlanId: made('AWS::Backup::BackupPlan'),
    BackupSelection: closed({
      IamRoleArn: made('AWS::IAM::Role'),
      Resources: listOf(made('AWS::S3::Bucket')),
      SelectionName: words,
    }),
  },
};
