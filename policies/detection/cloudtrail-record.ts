import type { Json } from './pattern.ts';
import type { Room, Sample } from './tripwire.ts';

type Fields = { readonly [key: string]: Json };

/** Page of the fields of a record, for whoever names no nearer one. */
export const recordContents =
  'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html';

/** A role of the workspace whose session calls. */
export function roleSession({ partition, account }: Room): Fields {
  const role = `arn:${partition}:iam::${account}:role/someone`;
  return {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLEEXAMPLE123:p-1a2b3c',
    arn: `arn:${partition}:sts::${account}:assumed-role/someone/p-1a2b3c`,
    accountId: account,
    accessKeyId: 'ASIAEXAMPLEEXAMPLE12',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: 'AROAEXAMPLEEXAMPLE123',
        arn: role,
        accountId: account,
        userName: 'someone',
      },
      attributes: { creationDate: '2026-11-02T09:00:00Z', mfaAuthenticated: 'true' },
    },
  };
}

/** The root user, who signed in. */
export const rootUser = ({ partition, account }: Room): Fields => ({
  type: 'Root',
  principalId: account,
  arn: `arn:${partition}:iam::${account}:root`,
  accountId: account,
  accessKeyId: 'ASIAEXAMPLEEXAMPLE34',
  sessionContext: { attributes: { creationDate: '2026-11-02T09:00:00Z', mfaAuthenticated: 'true' } },
});

/**
 * Record of a management call.
 *
 * @param call `<service>:<name>` as CloudTrail writes it.
 * @param more fields beside or instead.
 */
export function recordOf(room: Room, call: string, more: Fields = {}): Fields {
  const [service = '', eventName = ''] = call.split(':');
  return {
    eventVersion: '1.11',
    userIdentity: roleSession(room),
    eventTime: '2026-11-02T09:30:00Z',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: room.region,
    sourceIPAddress: '198.51.100.7',
    userAgent: 'aws-cli/2.31.0',
    requestParameters: { id: 'example' },
    responseElements: null,
    requestID: 'b5a6f1e2-0000-4000-8000-000000000001',
    eventID: 'b5a6f1e2-0000-4000-8000-000000000002',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: room.account,
    eventCategory: 'Management',
    tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256' },
    ...more,
  };
}

/** Fields that follow from the call. */
const ofTheCall = ['eventSource', 'eventName', 'eventType', 'readOnly', 'managementEvent', 'eventCategory'];

/** A management call, by whomever, allowed or refused. */
export const called = (
  room: Room,
  call: string,
  more: Fields = {},
  decides: readonly string[] = [],
): Sample => ({
  what: call,
  sent: { by: 'trail', record: recordOf(room, call, more) },
  decides: [...ofTheCall, ...decides],
});

/** Region in which calls to services without a Region are recorded. Source: CloudTrail User Guide, "Global service events". */
export const ofNoRegion = { awsRegion: 'us-east-1' } as const;

/** A request for an object of a bucket. */
export const objectCalled = (
  room: Room,
  name: string,
  bucket: string,
  key: string,
  more: Fields = {},
): Sample => ({
  what: `s3:${name} of ${key} in ${bucket}`,
  sent: {
    by: 'trail',
    record: recordOf(room, `s3:${name}`, {
      requestParameters: { bucketName: bucket, key },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:${room.partition}:s3:::${bucket}/${key}` },
        { type: 'AWS::S3::Bucket', ARN: `arn:${room.partition}:s3:::${bucket}`, accountId: room.account },
      ],
      readOnly: name.startsWith('Get'),
      managementEvent: false,
      eventCategory: 'Data',
      ...more,
    }),
  },
  decides: [...ofTheCall],
});
