import { bucketKind } from '../../bucket-kind';
import { resourceCheck } from '../../control';
import { expectPresent } from '../../expect';

const bucket = (BucketName: string, LoggingConfiguration?: object) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName, ...(LoggingConfiguration ? { LoggingConfiguration } : {}) },
});
const name = 'lpo-meridian-m-7f3a9c-200000000001-eu-west-2';

export const bucketsLogAccess = resourceCheck({
  name: 'buckets-log-access',
  expected:
    'every matter bucket writes server access logs, and sends object events to EventBridge if it says so at all',
  mend: 'set LoggingConfiguration.DestinationBucketName to the access-log bucket',
  types: ['AWS::S3::Bucket'],
  judge: (resource) =>
    bucketKind(resource) === 'matter'
      ? expectPresent(resource, 'LoggingConfiguration.DestinationBucketName')
      : 'not applicable',
  good: { logged: bucket(name, { DestinationBucketName: 'lpo-meridian-access-200000000001-eu-west-2' }) },
  bad: { 'not logged': bucket(name), 'to nowhere': bucket(name, { LogFilePrefix: 'x' }) },
});
