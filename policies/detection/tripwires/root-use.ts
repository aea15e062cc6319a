import { called, recordOf, rootUser } from '../cloudtrail-record.ts';
import type { Json } from '../pattern.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const byRoot = (room: Room, what: string, more: { readonly [key: string]: Json } = {}): Sample => ({
  what,
  sent: { by: 'trail', record: recordOf(room, what, { userIdentity: rootUser(room), ...more }) },
  decides: ['userIdentity.type', 'userIdentity.invokedBy', 'eventType', 'eventCategory', 'managementEvent'],
});

/** Services act as the root user too; that is said in `invokedBy`, or by the type of the event. */
export const tripwire: Tripwire = {
  what: 'use of root',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html',
  rings: (room) => [
    byRoot(room, 'iam:CreateLoginProfile', { awsRegion: 'us-east-1' }),
    byRoot(room, 's3:ListBuckets', { readOnly: true }),
    byRoot(room, 'signin:ConsoleLogin', {
      eventType: 'AwsConsoleSignIn',
      additionalEventData: { MFAUsed: 'Yes', MobileVersion: 'No' },
      responseElements: { ConsoleLogin: 'Success' },
    }),
  ],
  silent: (room) => [
    byRoot(room, 'kms:RotateKey', { eventType: 'AwsServiceEvent' }),
    byRoot(room, 's3:GetBucketTagging', {
      userIdentity: { ...rootUser(room), invokedBy: 'backup.amazonaws.com' },
    }),
    called(room, 's3:ListBuckets'),
  ],
};
