import { fact, is } from '../proofs/cases/fact.ts';
import type { Job } from '../proofs/work/job.ts';
import { bucketIsMade } from '../proofs/work/made.ts';
import { readObjects, throughS3 } from '../proofs/work/objects.ts';
import { accountOf, keyBehind, vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { staffAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';

export const job: Job = {
  id: 'ledger-writer-appends-a-record',
  title: 'The ledger writer reads the audit ledger, appends a record once and signs what it says',
  controls: ['LPO-LOG-02'],
  facts: ({ world }) => [bucketIsMade(world, 'evidence')],
  tasks: ({ world }) => {
    const who = vendorRole(world, 'ledgerWriter');
    const key = keyBehind(world, 'ledger');
    return [
      staffAssumes(accountOf(who), who),
      ...vendorBuckets(world, 'evidence').flatMap((bucket) => {
        const work = { world, who, bucket, folder: 'ledger/', from: 'internet' as const };
        return [
          ...readObjects(work, 'records', ['s3:GetObject']),
          {
            does: 'appends a record, once',
            who,
            actions: ['s3:PutObject'],
            on: [`${bucket.arn}/ledger/*`],
            shows: [is('s3:if-none-match', '*')],
            from: 'internet' as const,
            source: sources.s3,
          },
          {
            does: 'finds the last record',
            who,
            actions: ['s3:ListBucket'],
            on: [bucket.arn],
            within: [fact('StringLike', 's3:prefix', 'ledger/*')],
            from: 'internet' as const,
            source: sources.s3,
          },
          ...throughS3(work, 'encrypts a record', 'kms:GenerateDataKey'),
        ];
      }),
      {
        does: 'signs a record',
        who,
        actions: ['kms:Sign'],
        on: [key],
        within: [is('kms:SigningAlgorithm', 'ECDSA_SHA_256'), is('kms:MessageType', 'RAW')],
        from: 'internet',
        source: sources.kms,
      },
      {
        does: 'hands out the public key',
        who,
        actions: ['kms:GetPublicKey', 'kms:DescribeKey'],
        on: [key],
        from: 'internet',
        source: sources.kms,
      },
    ];
  },
};
