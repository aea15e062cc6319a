import { asText } from '../../../../lib/model/as-text.ts';
import { resourceCheck } from '../../../authoring/check.ts';

/** Types whose loss is loss of evidence, of data, or of the means to read it. */
const kept = [
  'AWS::Backup::BackupPlan',
  'AWS::Backup::BackupSelection',
  'AWS::Backup::BackupVault',
  'AWS::Backup::LogicallyAirGappedBackupVault',
  'AWS::CloudTrail::Trail',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::Organizations::Policy',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
];
const key = (attributes: object) => ({ Type: 'AWS::KMS::Key', ...attributes });
const retain = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

export const check = resourceCheck({
  control: 'LPO-DAT-07',
  name: 'kept-when-its-stack-goes',
  expected:
    'keys, buckets and their policies, logs, backups and guardrails stay when their stack is deleted or replaces them',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain (removalPolicy RETAIN in the CDK)',
  types: kept,
  judge: ({ resource }) =>
    ['DeletionPolicy', 'UpdateReplacePolicy'].flatMap((property) =>
      resource[property] === 'Retain' ? [] : [{ property, got: asText(resource[property] ?? 'absent') }],
    ),
  good: { kept: key(retain) },
  bad: {
    'deleted with the stack': key({ ...retain, DeletionPolicy: 'Delete' }),
    'lost on replacement': key({ DeletionPolicy: 'Retain' }),
    'kept only after creation': key({ ...retain, DeletionPolicy: 'RetainExceptOnCreate' }),
    'by default': key({}),
  },
});
