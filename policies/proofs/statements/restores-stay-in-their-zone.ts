import { readArn } from '../../template/arn.ts';
import { readOurRole, restoreTestBuckets, zoneId } from '../../template/names.ts';
import { readsDocuments, usesKey } from '../authoring/actions.ts';
import type { ProofStatement, Subject } from '../authoring/proof-statement.ts';
import {
  among,
  both,
  doing,
  inVendorAccount,
  isDeployment,
  isRoleOf,
  isStray,
  not,
  notNamedLikeOurs,
  showing,
} from '../authoring/select.ts';
import type { WorldCaller } from '../cases/callers.ts';
import { fact, isPresent } from '../cases/fact.ts';
import type { Selector } from '../policy/statement.ts';
import type { Principal, Resource } from '../world/world.ts';

const writes = [
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutObject',
  's3:PutObjectAcl',
  's3:PutObjectTagging',
];
const testBucketsOf = (arn: string): string =>
  `arn:${readArn(arn)?.partition ?? 'aws'}:s3:::${restoreTestBuckets}*`;

const exceptOn = (...patterns: readonly string[]): Selector => ({
  resources: { negated: true, patterns },
  conditions: [],
});

const on = (...patterns: readonly string[]): Selector => ({
  resources: { negated: false, patterns },
  conditions: [],
});

/** `m-7f3a9c` or `m-7f3a9c-privileged`, of a bucket or of a role's name. */
const zoneOf = ({ tags }: Resource): string => zoneId(tags['lpo:matter'] ?? '', tags['lpo:zone']);
function zoneOfRole({ arn }: Principal): string {
  const { matter = '', zone } = readOurRole(arn) ?? {};
  return zoneId(matter, zone);
}

/**
 * AWS Backup checks whose the recovery point is and which role is passed apart; each is held here to one zone,
 * so that together they are.
 */
export const statement: ProofStatement = {
  id: 'restores-stay-in-their-zone',
  part: 'integrity',
  title:
    "Only a zone's restorer starts its restores, only of its own recovery points and only into its own bucket; nobody reads what is restored to test it",
  property: 'never',
  controls: ['LPO-RES-01'],
  assert: (subject) => {
    const { world, cases } = subject;
    const testBuckets = testBucketsOf(world.principals[0]?.arn ?? '');
    return [
      ...nobody(
        subject,
        'start a restore',
        [doing('backup:StartRestoreJob')],
        isRoleOf(subject.world, ['restorer']),
      ),
      ...nobody(
        subject,
        'tag a recovery point',
        [doing('backup:TagResource', 'backup:UntagResource')],
        // The deployment tags vaults and plans, with the same action.
        (caller) => isRoleOf(subject.world, ['backup'])(caller) || isDeployment(caller),
      ),
      ...nobody(
        subject,
        'see what is restored to test it',
        [doing(...readsDocuments), on(testBuckets, `${testBuckets}/*`)],
        isRoleOf(subject.world, ['restoreTest']),
      ),
      ...world.principals
        .filter(({ arn }) => readOurRole(arn)?.purpose === 'restorer')
        .flatMap((role) => restorer(subject, role)),
      ...world.principals
        .filter(({ arn }) => readOurRole(arn)?.purpose === 'restore')
        .flatMap((role) => restore(subject, role)),
      ...subject.matters.flatMap(({ id, keys }) =>
        keys.map((key) => ({
          subject: `${id}: open with ${key.place.logicalId} what is restored to test it`,
          claim: {
            region: [
              doing('kms:Decrypt', 'kms:GenerateDataKey'),
              showing(
                isPresent('kms:EncryptionContext:aws:s3:arn'),
                fact('ArnLike', 'kms:EncryptionContext:aws:s3:arn', testBuckets),
              ),
            ],
            cases: cases.onResource(key, not(isRoleOf(subject.world, ['restoreTest']))),
          },
        })),
      ),
    ];
  },
};

/** Claim that no principal of the vendor's account but `allowed` does it. */
function nobody(
  { world, cases }: Subject,
  what: string,
  region: readonly Selector[],
  allowed: (caller: WorldCaller) => boolean,
) {
  const others = both(inVendorAccount(world), not(allowed));
  return [
    { subject: what, claim: { region, cases: cases.onAnything(both(others, not(isStray))) } },
    {
      subject: `${what}: roles that no template makes`,
      claim: { region: [...region, notNamedLikeOurs(world)], cases: cases.onAnything(both(others, isStray)) },
    },
  ];
}

function restorer({ cases, matters }: Subject, role: Principal) {
  const zone = zoneOfRole(role);
  const own = among([role]);
  const tag = (key: string, value: string) => ({
    subject: `${role.label}: restore what is not tagged ${key}=${value}`,
    claim: {
      region: [
        doing('backup:StartRestoreJob'),
        showing(fact('StringNotEquals', `aws:ResourceTag/${key}`, value)),
      ],
      cases: cases.onAnything(own),
    },
  });
  return [
    tag('lpo:matter', zone.replace('-privileged', '')),
    tag('lpo:zone', zone.endsWith('-privileged') ? 'privileged' : 'documents'),
    {
      subject: `${role.label}: pass another role than ${zone}-restore`,
      claim: {
        region: [doing('iam:PassRole'), exceptOn(role.arn.replace(/-restorer$/, '-restore'))],
        cases: cases.onAnything(own),
      },
    },
    {
      subject: `${role.label}: delete or copy backups, read or write anything`,
      claim: {
        region: [
          doing(
            'backup:CopyFromBackupVault',
            'backup:DeleteRecoveryPoint',
            'backup:StartCopyJob',
            ...readsDocuments,
            ...usesKey,
            ...writes,
          ),
        ],
        cases: cases.onAnything(own),
      },
    },
    // A policy of a bucket or key could let in whom no policy of the role does.
    ...matters.flatMap(({ documents, keys }) =>
      [...documents, ...keys].map((resource) => ({
        subject: `${role.label}: use ${resource.label}`,
        claim: {
          region: [doing(...readsDocuments, ...usesKey, ...writes)],
          cases: cases.onResource(resource, own),
        },
      })),
    ),
  ];
}

function restore({ cases, matters, world }: Subject, role: Principal) {
  const zone = zoneOfRole(role);
  const own = among([role]);
  const others = matters.flatMap(({ buckets }) => buckets).filter((bucket) => zoneOf(bucket) !== zone);
  const mine = matters.flatMap(({ buckets }) => buckets).filter((bucket) => zoneOf(bucket) === zone);
  return [
    ...others.map((bucket) => ({
      subject: `${role.label}: write into ${bucket.label}`,
      claim: { region: [doing(...writes)], cases: cases.onResource(bucket, own) },
    })),
    {
      subject: `${role.label}: write anywhere else in ${world.account}`,
      claim: {
        region: [
          doing(...writes, 's3:CreateBucket'),
          exceptOn(...mine.flatMap(({ arn }) => [arn, `${arn}/*`])),
        ],
        cases: cases.onAnything(own),
      },
    },
    ...mine.map((bucket) => ({
      subject: `${role.label}: delete, tag or open what is in ${bucket.label}`,
      claim: {
        region: [doing(...writes.filter((action) => action !== 's3:PutObject'))],
        cases: cases.onResource(bucket, own),
      },
    })),
  ];
}
