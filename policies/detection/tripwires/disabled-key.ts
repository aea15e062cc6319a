import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a disabled key',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/logging-using-cloudtrail.html',
  rings: (room) =>
    [
      'kms:DisableKey',
      'kms:EnableKey',
      'kms:ScheduleKeyDeletion',
      'kms:CancelKeyDeletion',
      'kms:DeleteImportedKeyMaterial',
      'kms:DisableKeyRotation',
    ].map((call) => called(room, call)),
  silent: (room) => ['kms:TagResource', 'kms:UntagResource'].map((call) => called(room, call)),
};
