import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, text, words } from '../authoring/shapes/text.ts';

import { isOwnVault } from '../reading/is-own-vault.ts';
/** Named vaults and buckets: nothing that leaves one out again. */
export const properties: PropertyLists = {
  'AWS::Backup::RestoreTestingPlan': {
    RecoveryPointSelection: closed({
      Algorithm: oneOf('LATEST_WITHIN_WINDOW', 'RANDOM_WITHIN_WINDOW'),
      IncludeVaults: listOf(
        text('a backup vault of the vendor in this account', (vault, { stack }) =>
          isOwnVault(vault, stack.account),
        ),
      ),
      RecoveryPointTypes: judgedBy('restore-tests-prove-recovery'),
      SelectionWindowDays: judgedBy('restore-tests-prove-recovery'),
    }),
    RestoreTestingPlanName: words,
    ScheduleExpression: judgedBy('LPO-RES-01/restores-tested'),
    StartWindowHours: number(1, 168, 'hours'),
    Tags: tags,
  },
  'AWS::Backup::RestoreTestingSelection': {
    IamRoleArn: made('AWS::IAM::Role'),
    ProtectedResourceArns: listOf(made('AWS::S3::Bucket')),
    ProtectedResourceType: oneOf('S3'),
    RestoreMetadataOverrides: closed({
      encryptionType: judgedBy('LPO-RES-01/restores-tested'),
      kmsKey: judgedBy('LPO-RES-01/restores-tested'),
    }),
    RestoreTestingPlanName: judgedBy('LPO-RES-01/restores-tested'),
    RestoreTestingSelectionName: words,
    ValidationWindowHours: judgedBy('LPO-RES-01/restores-tested'),
  },
};
