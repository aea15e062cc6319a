import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tagMap } from '../authoring/shapes/tags.ts';
import { oneOf, text, words } from '../authoring/shapes/text.ts';

import { isOwnVault } from '../reading/is-own-vault.ts';

/** Nothing goes to cold storage, from which a restore takes hours, and no copy goes on by another rule. */
const lifecycle = closed({ DeleteAfterDays: judgedBy('LPO-DAT-07/backups-have-an-end') });

export const properties: PropertyLists = {
  'AWS::Backup::BackupPlan': {
    BackupPlan: closed({
      AdvancedBackupSettings: listOf(
        closed({
          BackupOptions: closed({
            BackupACLs: oneOf('disabled'),
            BackupObjectTags: judgedBy('LPO-RES-01/backups-carry-no-object-tags'),
          }),
          ResourceType: oneOf('S3'),
        }),
      ),
      BackupPlanName: judgedBy('LPO-GOV-01/names-are-opaque'),
      BackupPlanRule: listOf(
        closed({
          CompletionWindowMinutes: judgedBy('LPO-RES-01/recovery-objectives-met'),
          CopyActions: listOf(
            closed({
              DestinationBackupVaultArn: judgedBy('LPO-RES-01/matter-buckets-backed-up'),
              Lifecycle: lifecycle,
            }),
          ),
          Lifecycle: lifecycle,
          RecoveryPointTags: judgedBy('LPO-RES-01/recovery-points-tagged'),
          RuleName: words,
          ScheduleExpression: judgedBy('LPO-RES-01/recovery-objectives-met', 'backup-copies-documents'),
          StartWindowMinutes: judgedBy('LPO-RES-01/recovery-objectives-met'),
          TargetBackupVault: text('a backup vault of the vendor in this account', (vault, { stack }) =>
            isOwnVault(vault, stack.account),
          ),
        }),
      ),
    }),
    BackupPlanTags: tagMap,
  },
};
