import { EC2 } from '@aws-sdk/client-ec2';
import { IAM } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { Organizations } from '@aws-sdk/client-organizations';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import { readSwitchMatters } from '../../model/switch-matters.ts';
import { setting } from '../runtime/setting.ts';
import { assumed } from './assumed.ts';
import { killSwitchHandler } from './kill-switch-handler.ts';

// Throttling is the rule when much is cut at once; the adaptive mode slows down instead of giving up.
const retries = { maxAttempts: 8, retryMode: 'adaptive' };
const sts = new STSClient(retries);

export const handler = killSwitchHandler({
  vendor: setting('VENDOR'),
  account: setting('VENDOR_ACCOUNT'),
  partition: setting('PARTITION'),
  matters: readSwitchMatters(setting),
  stateBucket: setting('STATE_BUCKET'),
  evidenceBucket: setting('EVIDENCE_BUCKET'),
  topicArn: setting('TOPIC_ARN'),
  quarantinePolicy: setting('QUARANTINE_POLICY'),
  inVendorAccount: async () => {
    const options = { ...retries, credentials: await assumed(sts, setting('CONTAINMENT_ROLE')) };
    return {
      ec2: new EC2(options),
      iam: new IAM(options),
      kms: new KMS(options),
      s3: new S3(options),
    };
  },
  inManagementAccount: async () =>
    new Organizations({ ...retries, credentials: await assumed(sts, setting('QUARANTINE_ROLE')) }),
  evidence: new S3(retries),
  sns: new SNS(retries),
});
