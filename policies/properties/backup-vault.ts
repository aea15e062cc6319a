import { closed } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tagMap } from '../authoring/shapes/tags.ts';

/** No notification, which names recovery points, and no longest retention, which refuses what a plan keeps longer. */
export const properties: PropertyLists = {
  'AWS::Backup::BackupVault': {
    AccessPolicy: judgedBy('LPO-RES-01/vaults-refuse-deletion', 'backups-cannot-be-deleted'),
    BackupVaultName: judgedBy('LPO-GOV-01/names-are-opaque'),
    BackupVaultTags: tagMap,
    EncryptionKeyArn: made('AWS::KMS::Key'),
    LockConfiguration: closed({
      ChangeableForDays: judgedBy('LPO-RES-01/vaults-locked'),
      MinRetentionDays: judgedBy('LPO-RES-01/vaults-locked'),
    }),
  },
};
