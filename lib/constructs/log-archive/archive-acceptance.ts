import { ArnPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';

const objectWrite = { 's3:x-amz-acl': 'bucket-owner-full-control' };

/** Log files and digests of one trail. */
export function acceptTrail(bucketArn: string, vendorAccount: string, trailArn: string): PolicyStatement[] {
  const principals = [new ServicePrincipal('cloudtrail.amazonaws.com')];
  return [
    new PolicyStatement({
      sid: 'CloudTrailLooksAtTheAcl',
      principals,
      actions: ['s3:GetBucketAcl'],
      resources: [bucketArn],
      conditions: { StringEquals: { 'aws:SourceArn': trailArn } },
    }),
    new PolicyStatement({
      sid: 'CloudTrailDelivers',
      principals,
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/AWSLogs/${vendorAccount}/*`],
      conditions: { StringEquals: { 'aws:SourceArn': trailArn, ...objectWrite } },
    }),
  ];
}

/** Configuration history and snapshots of one account. */
export function acceptConfig(bucketArn: string, vendorAccount: string): PolicyStatement[] {
  const principals = [new ServicePrincipal('config.amazonaws.com')];
  const source = { 'aws:SourceAccount': vendorAccount };
  return [
    new PolicyStatement({
      sid: 'ConfigLooksAtTheBucket',
      principals,
      actions: ['s3:GetBucketAcl', 's3:ListBucket'],
      resources: [bucketArn],
      conditions: { StringEquals: source },
    }),
    new PolicyStatement({
      sid: 'ConfigDelivers',
      principals,
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/AWSLogs/${vendorAccount}/Config/*`],
      conditions: { StringEquals: { ...source, ...objectWrite } },
    }),
  ];
}

/** Server access logs of the named buckets of this account. */
export const acceptAccessLogs = (
  account: string,
  bucketArn: string,
  sourceArns: string[],
): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'S3DeliversAccessLogs',
    principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
    actions: ['s3:PutObject'],
    resources: [`${bucketArn}/*`],
    conditions: {
      StringEquals: { 'aws:SourceAccount': account },
      ArnEquals: { 'aws:SourceArn': sourceArns },
    },
  }),
];

/** Evidence of the named roles, under holds they place. */
export const acceptEvidence = (bucketArn: string, writerArns: readonly string[]): PolicyStatement[] =>
  writerArns.length === 0
    ? []
    : [
        new PolicyStatement({
          sid: 'WritersPutEvidenceUnderHold',
          principals: writerArns.map((arn) => new ArnPrincipal(arn)),
          actions: ['s3:PutObject', 's3:PutObjectLegalHold'],
          resources: [`${bucketArn}/*`],
        }),
      ];
