import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { evidencePrefixes } from '../../model/evidence-prefixes.ts';

export interface ClockPermissionsProps {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Of the region, for example amazonaws.com. */
  readonly domainSuffix: string;
  /** The object in the bootstrap bucket that holds the duties. */
  readonly dutiesArn: string;
  readonly evidenceBucketName: string;
  readonly logArchiveAccount: string;
  readonly topicArn: string;
}

/** Permissions of the clock beyond its own log: it writes and reads its own folder of the evidence, and warns. */
export function clockPermissions(props: ClockPermissionsProps): PolicyStatement[] {
  const { partition, region, account, domainSuffix } = props;
  const bucket = `arn:${partition}:s3:::${props.evidenceBucketName}`;
  const through = (service: string) => ({
    StringEquals: { 'kms:ViaService': `${service}.${region}.${domainSuffix}` },
  });
  const prefix = `${evidencePrefixes.clocks}/*`;
  const ownKeys = `arn:${partition}:kms:${region}:${account}:key/*`;
  return [
    new PolicyStatement({ sid: 'Duties', actions: ['s3:GetObject'], resources: [props.dutiesArn] }),
    new PolicyStatement({
      // `cdk bootstrap --bootstrap-customer-key` encrypts the bucket of the assets.
      sid: 'DutiesEncrypted',
      actions: ['kms:Decrypt'],
      resources: [ownKeys],
      conditions: through('s3'),
    }),
    new PolicyStatement({
      sid: 'RecordOnce',
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [`${bucket}/${prefix}`],
    }),
    new PolicyStatement({
      sid: 'WhatIsRecorded',
      actions: ['s3:ListBucket'],
      resources: [bucket],
      conditions: { StringLike: { 's3:prefix': prefix } },
    }),
    new PolicyStatement({
      sid: 'RecordEncrypted',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [`arn:${partition}:kms:${region}:${props.logArchiveAccount}:key/*`],
      conditions: through('s3'),
    }),
    new PolicyStatement({ sid: 'Warn', actions: ['sns:Publish'], resources: [props.topicArn] }),
    new PolicyStatement({
      sid: 'WarnEncrypted',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [ownKeys],
      conditions: through('sns'),
    }),
  ];
}
