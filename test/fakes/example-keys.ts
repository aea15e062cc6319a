import type { ExpectedKey } from '../../lib/operations/keys/key-settings.ts';

const role = (name: string) => `arn:aws:iam::200000000002:role/${name}`;

/** A key as the templates of vendor `luzon` describe it. */
export const exampleKey = (purpose = 'm-c90e15', more: Partial<ExpectedKey> = {}): ExpectedKey => ({
  alias: `alias/lpo/luzon/${purpose}`,
  account: '200000000002',
  region: 'us-east-1',
  state: 'Enabled',
  origin: 'AWS_KMS',
  spec: 'SYMMETRIC_DEFAULT',
  usage: 'ENCRYPT_DECRYPT',
  multiRegion: false,
  rotation: { status: 'enabled', periodDays: 365 },
  policy: {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Custody',
        Effect: 'Allow',
        Principal: { AWS: role('lpo-luzon-key-custodian') },
        Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:ResourceTag/lpo:legal-hold': 'true' } },
      },
      {
        Sid: 'Use',
        Effect: 'Allow',
        Principal: { AWS: [role('reviewer'), role('qc-lead')] },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      },
    ],
  },
  tags: { 'lpo:vendor': 'luzon', 'lpo:owner': 'immigration-newyork' },
  stack: `luzon/Matter-${purpose}`,
  logicalId: 'Key',
  file: 'luzon.template.json',
  ...more,
});
