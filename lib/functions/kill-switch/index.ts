import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
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
      ec2: new EC2Client(options),
      iam: new IAMClient(options),
      kms: new KMSClient(options),
      s3: new S3Client(options),
    };
  },
  inManagementAccount: async () =>
    new OrganizationsClient({ ...retries, credentials: await assumed(sts, setting('QUARANTINE_ROLE')) }),
  evidence: new S3Client(retries),
  sns: new SNSClient(retries),
});
