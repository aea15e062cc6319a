import type { Stack } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { mfaTag } from '../access/federated-trust';
import type { MatterPrincipals } from './matter-principals';

export interface MatterKeyUsageProps {
  readonly stack: Stack;
  readonly matter: string;
  readonly principals: MatterPrincipals;
  readonly bucketArn: string;
  /** With a bucket key the encryption context is the bucket; without one it is each object. */
  readonly bucketKeyEnabled: boolean;
}

/**
 * Who uses a matter's key: its people, through S3, for its own bucket, after MFA; the scanner and the backup
 * through S3. Nobody calls KMS with it directly, and nobody can create a grant.
 */
export function matterKeyUsage(props: MatterKeyUsageProps): PolicyStatement[] {
  const { stack, principals } = props;
  const suffix = RegionInfo.get(stack.region).domainSuffix ?? 'amazonaws.com';
  const context = props.bucketKeyEnabled ? props.bucketArn : `${props.bucketArn}/*`;
  const throughS3 = {
    StringEquals: {
      'kms:CallerAccount': stack.account,
      'kms:ViaService': `s3.${stack.region}.${suffix}`,
    },
    ArnLike: { 'kms:EncryptionContext:aws:s3:arn': context },
  };
  const people = {
    ...throughS3,
    StringEquals: {
      ...throughS3.StringEquals,
      'aws:PrincipalTag/lpo:matter': props.matter,
      [`aws:PrincipalTag/${mfaTag}`]: 'true',
    },
  };
  const { reviewer, qcLead, supervisingLawyer, releaseApprover } = principals.people;
  const allow = (sid: string, arns: string[], actions: string[], conditions: Record<string, unknown>) =>
    new PolicyStatement({
      sid,
      principals: arns.map((arn) => new ArnPrincipal(arn)),
      actions,
      resources: ['*'],
      conditions,
    });
  return [
    allow(
      'PeopleReadAndWriteThroughS3',
      [reviewer, qcLead, supervisingLawyer],
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      people,
    ),
    allow('ApproverReadsThroughS3', [releaseApprover], ['kms:Decrypt'], people),
    allow(
      'ScanAndBackupThroughS3',
      [principals.malwareScan, principals.backup],
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      throughS3,
    ),
  ];
}
