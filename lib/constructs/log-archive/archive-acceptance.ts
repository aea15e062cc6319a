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

/** A role of another account that adds evidence in a folder of its own. */
export interface EvidenceWriter {
  /** ARN of the role that adds evidence. It must exist. */
  readonly roleArn: string;
  /** Folder, without slashes. */
  readonly prefix: string;
  /** `holds` places legal holds on what it puts; `reads` needs to know what is in its folder already. */
  readonly also: 'holds' | 'reads';
}

/** Evidence of each writer, in its own folder. */
export const acceptEvidence = (bucketArn: string, writers: readonly EvidenceWriter[]): PolicyStatement[] =>
  writers.flatMap(({ roleArn, prefix, also }) => {
    const principals = [new ArnPrincipal(roleArn)];
    const sid = `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}`;
    const writing = new PolicyStatement({
      sid: `${sid}AreWritten`,
      principals,
      actions:
        also === 'holds' ? ['s3:PutObject', 's3:PutObjectLegalHold'] : ['s3:GetObject', 's3:PutObject'],
      resources: [`${bucketArn}/${prefix}/*`],
    });
    if (also === 'holds') return [writing];
    const listing = new PolicyStatement({
      sid: `${sid}AreListed`,
      principals,
      actions: ['s3:ListBucket'],
      resources: [bucketArn],
      conditions: { StringLike: { 's3:prefix': `${prefix}/*` } },
    });
    return [writing, listing];
  });
