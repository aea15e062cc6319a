import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { breachClockHandler } from '../../response/breach-clock/breach-clock-handler';
import { ClockRecord } from '../../response/breach-clock/clock-record';
import { deployedDuties } from '../../response/breach-clock/deployed-duties';
import { setting } from '../setting';

const s3 = new S3Client({});
const duties = deployedDuties(s3, {
  bucket: setting('DUTIES_BUCKET'),
  key: setting('DUTIES_KEY'),
  sha256: setting('DUTIES_SHA256'),
});

export const handler = async (event: unknown): Promise<unknown> =>
  breachClockHandler({
    duties: await duties(),
    record: new ClockRecord(s3, setting('CLOCK_BUCKET')),
    sns: new SNSClient({}),
    topicArn: setting('TOPIC_ARN'),
    now: () => new Date(),
  })(event);
