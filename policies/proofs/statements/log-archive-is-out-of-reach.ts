import { readName, type VendorPurpose, words } from '../../template/names.ts';
import { readsDocuments } from '../authoring/actions.ts';
import type { Matter } from '../authoring/matters.ts';
import type { ProofStatement, Subject } from '../authoring/proof-statement.ts';
import { doing, isDeployment, isRoleOf, not, showing } from '../authoring/select.ts';
import type { WorldCaller } from '../cases/callers.ts';
import { isAbsent } from '../cases/fact.ts';
import type { Resource } from '../world/world.ts';

/**
 * An access point changes nothing of its bucket, and what comes through it meets the bucket's policy as well.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html.
 */
const changesSettings = [
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

export const statement: ProofStatement = {
  id: 'log-archive-is-out-of-reach',
  part: 'integrity',
  title:
    "Nobody can delete a log or shorten its retention, only the deployment changes the archive, only the log reader reads it; each writer of evidence keeps to its folder and replaces nothing; the state of access is its handlers' alone",
  property: 'never',
  controls: ['LPO-LOG-02'],
  assert: (subject) => {
    const [states, logs] = [stateBuckets(subject), logBuckets(subject)];
    return [
      ...logs.flatMap((bucket) => [
        never(subject, bucket, 'delete', deletes, everybody),
        never(subject, bucket, 'settings', changesSettings, not(isDeployment)),
        never(subject, bucket, 'read', reads, not(readsHere(subject, bucket))),
      ]),
      ...logs
        .filter(isEvidence)
        .flatMap((bucket) => [
          never(
            subject,
            bucket,
            'add',
            adds,
            not(isRoleOf(subject.world, [...evidenceWriters.keys()], 'any')),
          ),
          ...[...evidenceWriters].map(([writer, folder]) => outside(subject, bucket, writer, folder)),
          replaced(subject, bucket),
        ]),
      ...states.flatMap((bucket) => [
        never(subject, bucket, 'delete a version', deletesForGood, everybody),
        never(subject, bucket, 'lift', ['s3:DeleteObject'], not(isRoleOf(subject.world, ['keyCustodian']))),
        never(subject, bucket, 'settings', changesSettings, not(isDeployment)),
        never(subject, bucket, 'read', reads, not(isRoleOf(subject.world, ['sweep', 'containment']))),
        never(
          subject,
          bucket,
          'write',
          ['s3:PutObject'],
          not(isRoleOf(subject.world, ['connect', 'containment'])),
        ),
      ]),
    ];
  },
};

const everybody = () => true;
const deletesForGood = ['s3:BypassGovernanceRetention', 's3:DeleteObjectVersion'];
const deletes = [...deletesForGood, 's3:DeleteObject'];
const reads = readsDocuments.filter((action) => action.startsWith('s3:GetObject'));

const never = (
  { cases }: Subject,
  bucket: Resource,
  what: string,
  actions: readonly string[],
  by: (caller: WorldCaller) => boolean,
) => ({
  subject: `${bucket.label}: ${what}`,
  claim: { region: [doing(...actions)], cases: cases.onResource(bucket, by) },
});

/** Roles that add evidence, and their folders. */
const evidenceWriters: ReadonlyMap<VendorPurpose, string> = new Map([
  ['killSwitch', 'incidents'],
  ['breachClock', 'clocks'],
  ['ledgerWriter', 'ledger'],
]);
const adds = ['s3:PutObject', 's3:PutObjectLegalHold', 's3:PutObjectRetention'];

const isEvidence = ({ label }: Resource): boolean => readName(label)?.purpose === 'evidence';
/** The auditor reads the access logs in the vendor's account, and the archive as its reader there. */
const reader = ({ world }: Subject, { account }: Resource) =>
  account === world.account ? isRoleOf(world, ['auditor']) : isRoleOf(world, ['logReader'], account);
/** Two writers need to know what they wrote; the kill switch does not. */
const readsHere = (subject: Subject, bucket: Resource) => {
  const writes = isRoleOf(subject.world, ['breachClock', 'ledgerWriter'], 'any');
  return (caller: WorldCaller) => reader(subject, bucket)(caller) || (isEvidence(bucket) && writes(caller));
};

const outside = ({ world, cases }: Subject, bucket: Resource, writer: VendorPurpose, folder: string) => ({
  subject: `${bucket.label}: ${words[writer]} outside ${folder}/`,
  claim: {
    region: [
      doing(...adds, ...reads),
      { resources: { negated: true, patterns: [`${bucket.arn}/${folder}/*`] }, conditions: [] },
    ],
    cases: cases.onResource(bucket, isRoleOf(world, [writer], 'any')),
  },
});

const replaced = ({ cases }: Subject, bucket: Resource) => ({
  subject: `${bucket.label}: replace`,
  claim: {
    region: [doing('s3:PutObject'), showing(isAbsent('s3:if-none-match'))],
    cases: cases.onResource(bucket),
  },
});

/** State bucket of suspensions and VPN sessions: kept by the connect handler and the kill switch alone. */
const isState = ({ label }: Resource): boolean => readName(label)?.purpose === 'state';

const stateBuckets = (subject: Subject): Resource[] => otherBuckets(subject).filter(isState);
const logBuckets = (subject: Subject): Resource[] =>
  otherBuckets(subject).filter((bucket) => !isState(bucket));

/** Buckets that hold no documents of a matter. */
function otherBuckets({ world, matters }: Subject): Resource[] {
  const documents = new Set(matters.flatMap(({ buckets }: Matter) => buckets));
  return world.resources.filter(
    (resource) => resource.type === 'AWS::S3::Bucket' && !documents.has(resource),
  );
}
