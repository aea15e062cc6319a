import type { Resource } from '../world/world';
import { readsDocuments } from './actions';
import type { Matter } from './matters';
import type { ProofStatement, Subject } from './proof-statement';
import { doing, isDeployment, isNamed, not } from './select';

const changesSettings = [
  's3:CreateAccessPoint',
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];

export const logArchiveIsOutOfReach: ProofStatement = {
  id: 'log-archive-is-out-of-reach',
  part: 'custody',
  title:
    'Nobody can delete a log or shorten its retention, only the deployment changes the archive, only the log reader reads it',
  property: 'never',
  controls: ['LPO-LOG-02'],
  assert: (subject) =>
    logBuckets(subject).flatMap((bucket) => [
      {
        subject: `${bucket.label}: delete`,
        claim: {
          region: [doing('s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion')],
          cases: subject.cases.onResource(bucket),
        },
      },
      {
        subject: `${bucket.label}: settings`,
        claim: {
          region: [doing(...changesSettings)],
          cases: subject.cases.onResource(bucket, not(isDeployment)),
        },
      },
      {
        subject: `${bucket.label}: read`,
        claim: {
          region: [doing(...readsDocuments.filter((action) => action.startsWith('s3:GetObject')))],
          cases: subject.cases.onResource(bucket, not(isNamed('-log-reader', '-auditor'))),
        },
      },
    ]),
};

/** Small records of who is suspended and connected: no log; its policy is tested with the kill switch. */
const isState = ({ label }: Resource): boolean => /^lpo-[a-z][a-z0-9]{2,15}-state-\d{12}-/.test(label);

/** Buckets that hold logs: no documents of a matter, no state. */
function logBuckets({ world, matters }: Subject): Resource[] {
  const documents = new Set(matters.flatMap(({ buckets }: Matter) => buckets));
  return world.resources.filter(
    (resource) => resource.type === 'AWS::S3::Bucket' && !documents.has(resource) && !isState(resource),
  );
}
