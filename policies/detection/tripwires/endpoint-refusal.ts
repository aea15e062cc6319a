import { objectCalled, recordOf } from '../cloudtrail-record.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

/** A call of any principal, of the account or not. */
const refused = (room: Room, call: string): Sample => ({
  what: `${call} that an endpoint refused`,
  sent: {
    by: 'trail',
    record: {
      ...recordOf(room, call),
      userIdentity: { type: 'AWSAccount', principalId: 'AIDAEXAMPLE', accountId: '999999999999' },
      requestParameters: null,
      errorCode: 'VpceAccessDenied',
      errorMessage: 'The request was denied due to a VPC endpoint policy',
      eventType: 'AwsVpceEvent',
      managementEvent: false,
      eventCategory: 'NetworkActivity',
      vpcEndpointId: 'vpce-0123456789abcdef0',
      vpcEndpointAccountId: room.account,
    },
  },
  decides: ['errorCode', 'eventType', 'eventCategory', 'managementEvent'],
});

export const tripwire: Tripwire = {
  what: 'a call that an endpoint refused',
  source:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html',
  rings: (room) => [refused(room, 's3:GetObject'), refused(room, 'kms:Decrypt')],
  silent: (room) =>
    room.matterBuckets.map((bucket) =>
      objectCalled(room, 'GetObject', bucket, 'work/a.pdf', { errorCode: 'AccessDenied' }),
    ),
};
