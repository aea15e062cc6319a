import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a changed key policy',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/logging-using-cloudtrail.html',
  rings: (room) =>
    ['kms:PutKeyPolicy', 'kms:CreateGrant', 'kms:UpdateAlias', 'kms:ReplicateKey'].map((call) =>
      called(room, call),
    ),
  silent: (room) => ['kms:TagResource', 'kms:UpdateKeyDescription'].map((call) => called(room, call)),
};
