import { fact, is } from '../cases/fact.ts';
import type { Condition } from '../policy/statement.ts';
import type { Resource, World } from '../world/world.ts';
import type { Origin, Task, Worker } from './job.ts';
import { sources } from './sources.ts';

/** Default encryption of a bucket as CloudFormation writes it. */
interface Encryption {
  readonly ServerSideEncryptionConfiguration?: readonly {
    readonly BucketKeyEnabled?: boolean;
    readonly ServerSideEncryptionByDefault?: { readonly KMSMasterKeyID?: string };
  }[];
}

const encryptionOf = ({ properties }: Resource) =>
  ((properties.BucketEncryption ?? {}) as Encryption).ServerSideEncryptionConfiguration?.[0];

/** ARN of the KMS key a bucket encrypts with; undefined where it uses S3's own. */
export function keyArnOf(bucket: Resource, { resources }: World): string | undefined {
  const id = encryptionOf(bucket)?.ServerSideEncryptionByDefault?.KMSMasterKeyID;
  if (id === undefined) return undefined;
  return (
    resources.find(({ type, arn }) => type === 'AWS::KMS::Key' && (arn === id || arn.endsWith(`key/${id}`)))
      ?.arn ?? id
  );
}

/** Object Lock of a bucket as CloudFormation writes it. */
interface ObjectLock {
  readonly Rule?: { readonly DefaultRetention?: { readonly Days?: unknown; readonly Years?: unknown } };
}

/** Days that a bucket keeps a new object; 0 where it does not. */
export function retentionDaysOf({ properties }: Resource): number {
  const { Days: days, Years: years } =
    ((properties.ObjectLockConfiguration ?? {}) as ObjectLock).Rule?.DefaultRetention ?? {};
  return Number(days ?? Number(years ?? 0) * 365);
}

/** Bucket keys make S3 name the bucket instead of the object. Source: S3 User Guide, "Reducing the cost of SSE-KMS". */
const encryptionContext = (bucket: Resource, objects: string): string =>
  encryptionOf(bucket)?.BucketKeyEnabled === true ? bucket.arn : objects;

interface ObjectWork {
  readonly world: World;
  readonly who: Worker;
  readonly bucket: Resource;
  readonly from: Origin;
  /** Key prefix with its slash; `''` for the whole bucket. */
  readonly folder: string;
  readonly shows?: readonly Condition[];
  readonly within?: readonly Condition[];
}

const objectsOf = ({ bucket, folder }: ObjectWork): string => `${bucket.arn}/${folder}*`;

/** Requests of S3 to the bucket's key on behalf of the principal. */
export function throughS3(work: ObjectWork, does: string, ...actions: readonly string[]): Task[] {
  const { bucket, who, world } = work;
  const key = keyArnOf(bucket, world);
  if (key === undefined) return [];
  const context = encryptionContext(bucket, objectsOf(work));
  return [
    {
      does,
      who,
      actions,
      on: [key],
      within: [is('kms:ViaService', `s3.${bucket.region}.amazonaws.com`)],
      shows: [
        fact(
          context.includes('*') ? 'StringLike' : 'StringEquals',
          'kms:EncryptionContext:aws:s3:arn',
          context,
        ),
      ],
      from: 'service',
      source: sources.s3Encryption,
    },
  ];
}

/** Every name of the objects: of the bucket, and of each access point to it where people come over the endpoint. */
export function namesOf({ bucket, from, folder, world }: ObjectWork): string[] {
  const points = from === 'endpoint' ? world.resources.filter(({ parent }) => parent === bucket.arn) : [];
  return [`${bucket.arn}/${folder}*`, ...points.map(({ arn }) => `${arn}/object/${folder}*`)];
}

/** Read objects of a folder, and the key they lie under. */
export const readObjects = (
  work: ObjectWork,
  what: string,
  actions: readonly string[] = ['s3:GetObject', 's3:GetObjectVersion'],
): Task[] => [
  {
    does: `reads ${what}`,
    who: work.who,
    actions,
    on: namesOf(work),
    ...(work.within && { within: work.within }),
    ...(work.shows && { shows: work.shows }),
    from: work.from,
    source: sources.s3,
  },
  ...throughS3(work, `decrypts ${what}`, 'kms:Decrypt'),
];

/** Upload objects into a folder: in one request, or in parts, for which S3 decrypts as well. */
export const writeObjects = (work: ObjectWork, what: string): Task[] => [
  {
    does: `uploads ${what}`,
    who: work.who,
    actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
    on: namesOf(work),
    ...(work.shows && { shows: work.shows }),
    from: work.from,
    source: sources.s3Multipart,
  },
  ...throughS3(work, `encrypts ${what}`, 'kms:GenerateDataKey', 'kms:Decrypt'),
];

/** List a folder. */
export function listFolder({ bucket, from, folder, who, world }: ObjectWork): Task {
  const points = from === 'endpoint' ? world.resources.filter(({ parent }) => parent === bucket.arn) : [];
  return {
    does: folder === '' ? 'lists its documents' : `lists ${folder}`,
    who,
    actions: ['s3:ListBucket', 's3:ListBucketVersions'],
    on: [bucket.arn, ...points.map(({ arn }) => arn)],
    ...(folder !== '' && { within: [fact('StringLike', 's3:prefix', `${folder}*`)] }),
    from,
    source: sources.s3,
  };
}
