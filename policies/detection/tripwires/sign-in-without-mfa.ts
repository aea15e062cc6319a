import { recordOf, roleSession, rootUser } from '../cloudtrail-record.ts';
import type { Json } from '../pattern.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const signedIn = (
  room: Room,
  what: string,
  userIdentity: { readonly [key: string]: Json },
  [MFAUsed, ConsoleLogin]: readonly [string, string],
): Sample => ({
  what,
  sent: {
    by: 'trail',
    record: recordOf(room, 'signin:ConsoleLogin', {
      userIdentity,
      eventType: 'AwsConsoleSignIn',
      requestParameters: null,
      responseElements: { ConsoleLogin },
      additionalEventData: { LoginTo: 'https://console.aws.amazon.com/', MobileVersion: 'No', MFAUsed },
    }),
  },
  decides: [
    ...['eventSource', 'eventName', 'eventType', 'eventCategory', 'managementEvent', 'readOnly'],
    ...['additionalEventData.MFAUsed', 'userIdentity.type', 'responseElements.ConsoleLogin'],
  ],
});

const user = (room: Room): { readonly [key: string]: Json } => ({
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLEEXAMPLE123',
  accountId: room.account,
  userName: 'someone',
});

/** A sign-in with a password alone; people of the identity provider showed a second factor there. */
export const tripwire: Tripwire = {
  what: 'a sign-in without MFA',
  source:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
  rings: (room) => [
    signedIn(room, 'a user signs in without MFA', user(room), ['No', 'Success']),
    signedIn(room, 'root signs in without MFA', rootUser(room), ['No', 'Success']),
  ],
  silent: (room) => [
    signedIn(room, 'a user signs in with MFA', user(room), ['Yes', 'Success']),
    signedIn(room, 'a user mistypes', user(room), ['No', 'Failure']),
    signedIn(room, 'a session of a role opens the console', roleSession(room), ['No', 'Success']),
  ],
};
