import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, words } from '../authoring/shapes/text.ts';

/** Made by KMS: imported material could be kept by somebody, and deleted without a waiting time. */
export const properties: PropertyLists = {
  'AWS::KMS::Alias': {
    AliasName: judgedBy('LPO-GOV-01/names-are-opaque'),
    TargetKeyId: made('AWS::KMS::Key'),
  },
  'AWS::KMS::Key': {
    Description: words,
    Enabled: oneOf(true),
    EnableKeyRotation: judgedBy('LPO-DAT-01/key-rotation-on'),
    KeyPolicy: judgedBy('LPO-DAT-01/key-use-bound-to-its-purpose', 'keys-are-used-by-their-matter-alone'),
    KeySpec: oneOf('SYMMETRIC_DEFAULT', 'ECC_NIST_P256'),
    KeyUsage: oneOf('ENCRYPT_DECRYPT', 'SIGN_VERIFY'),
    MultiRegion: judgedBy('LPO-JUR-01/keys-and-data-single-region'),
    PendingWindowInDays: judgedBy('LPO-DAT-07/key-deletion-waits'),
    Tags: tags,
  },
};
