import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { evidencePrefixes } from '../../model/evidence-prefixes.ts';
import { bucketArn, everyKeyArn } from '../arns.ts';

export interface ClockPermissionsProps {
  /** AWS partition, `aws` or `aws-us-gov`, for ARNs. */
  readonly partition: string;
  /** Region the resources are in, for example `eu-west-2`. */
  readonly region: string;
  /** Account the resources are in, twelve digits. */
  readonly account: string;
  /** Of the region, for example amazonaws.com. */
  readonly domainSuffix: string;
  /** The object in the bootstrap bucket that holds the duties. */
  readonly dutiesArn: string;
  /** Name of the bucket in the log archive that keeps evidence under Object Lock. */
  readonly evidenceBucketName: string;
  /** Account of the log archive, twelve digits. */
  readonly logArchiveAccount: string;
  /** ARN of the encrypted SNS topic that alarms publish to. */
  readonly topicArn: string;
}

/** Permissions of the clock beyond its own log: it writes and reads its own folder of the evidence, and warns. */
export function clockPermissions(props: ClockPermissionsProps): PolicyStatement[] {
  const { region, domainSuffix } = props;
  const bucket = bucketArn(props, props.evidenceBucketName);
  const through = (service: string) => ({
    StringEquals: { 'kms:ViaService': `${service}.${region}.${domainSuffix}` },
  });
  const prefix = `${evidencePrefixes.clocks}/*`;
  const ownKeys = everyKeyArn(props);
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
      resources: [everyKeyArn(props, { account: props.logArchiveAccount })],
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
