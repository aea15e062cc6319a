import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import { plainText } from '../authoring/shapes/plain-value.ts';
import type { At, PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, text, words } from '../authoring/shapes/text.ts';
import { bucketKind } from '../reading/bucket-kind.ts';

const isPrivate = judgedBy('LPO-DAT-02/bucket-is-private');
const locked = judgedBy('LPO-DAT-07/object-lock-on');
const encrypted = judgedBy('LPO-DAT-01/bucket-encrypted-with-a-customer-key');

/** Days that a log is kept at the least: a year. */
const year = 365;

/** Days that the bucket's own lock keeps each version; none is a year. */
const keptDays = (at: At): number =>
  Number(plainText(at.resource.get('ObjectLockConfiguration.Rule.DefaultRetention.Days'), at) ?? year);

/** True where a current version may end after so many days: never evidence or a document; a session once it is over. */
const ends = (days: number, at: At): boolean => {
  const kind = bucketKind(at.resource);
  return kind === 'trail' || kind === 'config' || kind === 'access'
    ? days >= keptDays(at)
    : kind === 'state' && days >= 1;
};

/** Lifecycle rules end what has been kept long enough, and move nothing. */
const lifecycleRule = closed({
  AbortIncompleteMultipartUpload: closed({ DaysAfterInitiation: number(1, 30, 'days') }),
  // reviewer-works-on-documents asks for a day after the last assignment.
  ExpirationDate: text(
    'a date such as 2034-04-01T00:00:00Z, in buckets of documents alone',
    (date, { resource }) => bucketKind(resource) === 'matter' && /^\d{4}-\d\d-\d\dT00:00:00Z$/.test(date),
  ),
  ExpirationInDays: text(
    'as many days as the lock keeps it, and none in buckets of documents and evidence',
    (days, at) => ends(Number(days), at),
  ),
  Id: words,
  NoncurrentVersionExpiration: closed({ NoncurrentDays: number(30, 36500, 'days') }),
  Prefix: judgedBy('kill-switch-contains-a-vendor'),
  Status: oneOf('Enabled', 'Disabled'),
});

/**
 * No copy, list or notice of what is in a bucket goes elsewhere: no inventory, analytics, metadata tables, replication or
 * metrics, and of notifications the events of this account alone.
 */
export const properties: PropertyLists = {
  'AWS::S3::Bucket': {
    BucketEncryption: closed({
      ServerSideEncryptionConfiguration: listOf(
        closed({
          BlockedEncryptionTypes: closed({ EncryptionType: listOf(oneOf('SSE-C')) }),
          BucketKeyEnabled: oneOf(true, false),
          ServerSideEncryptionByDefault: closed({
            KMSMasterKeyID: made('AWS::KMS::Key'),
            SSEAlgorithm: encrypted,
          }),
        }),
      ),
    }),
    BucketName: judgedBy('LPO-GOV-01/names-are-opaque'),
    LifecycleConfiguration: closed({ Rules: listOf(lifecycleRule) }),
    LoggingConfiguration: closed({
      DestinationBucketName: judgedBy('LPO-LOG-01/buckets-log-access'),
      LogFilePrefix: words,
    }),
    NotificationConfiguration: closed({
      EventBridgeConfiguration: closed({ EventBridgeEnabled: oneOf(true, false) }),
    }),
    ObjectLockConfiguration: closed({
      ObjectLockEnabled: oneOf('Enabled'),
      Rule: closed({ DefaultRetention: closed({ Days: locked, Mode: locked, Years: locked }) }),
    }),
    ObjectLockEnabled: locked,
    OwnershipControls: closed({ Rules: listOf(closed({ ObjectOwnership: oneOf('BucketOwnerEnforced') })) }),
    PublicAccessBlockConfiguration: closed({
      BlockPublicAcls: isPrivate,
      BlockPublicPolicy: isPrivate,
      IgnorePublicAcls: isPrivate,
      RestrictPublicBuckets: isPrivate,
    }),
    Tags: tags,
    VersioningConfiguration: closed({ Status: locked }),
  },
  'AWS::S3::BucketPolicy': {
    Bucket: made('AWS::S3::Bucket'),
    PolicyDocument: judgedBy('LPO-DAT-02/resource-policy-names-its-principals'),
  },
};
