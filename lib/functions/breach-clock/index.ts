import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { clock } from '../../model/clock.ts';
import { setting } from '../runtime/setting.ts';
import { breachClockHandler } from './breach-clock-handler.ts';
import { ClockRecord } from './clock-record.ts';
import { deployedDuties } from './deployed-duties.ts';

const s3 = new S3Client({});

export const handler = breachClockHandler({
  vendor: setting('VENDOR'),
  duties: deployedDuties(s3, {
    bucket: setting('DUTIES_BUCKET'),
    key: setting('DUTIES_KEY'),
    sha256: setting('DUTIES_SHA256'),
  }),
  record: new ClockRecord(s3, setting('EVIDENCE_BUCKET')),
  sns: new SNSClient({}),
  topicArn: setting('TOPIC_ARN'),
  now: clock,
});
