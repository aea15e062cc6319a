import { asText } from '../../lib/model/as-text.ts';
import { is } from '../proofs/cases/fact.ts';
import type { Job } from '../proofs/work/job.ts';
import { keyNamed, partitionOf } from '../proofs/work/roles.ts';
import { sources } from '../proofs/work/sources.ts';

export const job: Job = {
  id: 'log-groups-are-encrypted',
  title: 'CloudWatch Logs encrypts and decrypts every log group under its key',
  controls: ['LPO-LOG-02'],
  tasks: ({ world }) =>
    world.ofType('AWS::Logs::LogGroup').flatMap(({ region, account, reference, properties }) =>
      properties.KmsKeyId === undefined
        ? []
        : [
            {
              does: `encrypts ${reference}`,
              who: { kind: 'service', name: `logs.${region}.amazonaws.com` } as const,
              actions: [
                'kms:Encrypt',
                'kms:Decrypt',
                'kms:ReEncryptFrom',
                'kms:ReEncryptTo',
                'kms:GenerateDataKey',
                'kms:DescribeKey',
              ],
              on: [keyNamed(world, asText(properties.KmsKeyId))],
              shows: [
                is(
                  'kms:EncryptionContext:aws:logs:arn',
                  `arn:${partitionOf(world)}:logs:${region}:${account}:log-group:${reference}`,
                ),
              ],
              from: 'aws' as const,
              source: sources.logsKey,
            },
          ],
    ),
};
