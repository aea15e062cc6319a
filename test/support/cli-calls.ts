import type { Origin } from '../../policies/proofs/work/job.ts';
import { keyArnOf } from '../../policies/proofs/work/objects.ts';
import { keyBehind } from '../../policies/proofs/work/roles.ts';
import type { World } from '../../policies/proofs/world/world.ts';
import { asOf } from './example-assembly.ts';

/** Context of a date of retention, on the day on which the examples are evaluated. */
const retainedUntil = (date: string): Record<string, string> => ({
  's3:object-lock-retain-until-date': date,
  's3:object-lock-remaining-retention-days': `${Math.ceil((Date.parse(date) - Date.parse(asOf)) / 86_400_000)}`,
});

/** One request to AWS, as a policy sees it. */
export interface CliCall {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** @default - the way of the section: through the VPN or not */
  readonly from?: Origin;
  /** Principal that is no role: a provider's ARN. */
  readonly provider?: string;
}

const arnOf = (bucket: string): string => `arn:aws:s3:::${bucket}`;

/** Requests of S3 to the key of a bucket; none where S3 encrypts with its own. */
function keyCalls(world: World, bucket: string, object: string, ...actions: readonly string[]): CliCall[] {
  const made = world.resources.find(({ type, label }) => type === 'AWS::S3::Bucket' && label === bucket);
  const key = made && keyArnOf(made, world);
  if (key === undefined) return [];
  // S3 names the bucket instead of the object where it has a bucket key; one of the two is in the task.
  return actions.map((action) => ({
    action,
    resource: key,
    from: 'service' as const,
    context: {
      'kms:ViaService': `s3.${made?.region}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': JSON.stringify(made?.properties.BucketEncryption).includes(
        '"BucketKeyEnabled":true',
      )
        ? arnOf(bucket)
        : `${arnOf(bucket)}/${object}`,
    },
  }));
}

/** Tag of a version that the second approver let through, which is what leaves. */
const approved = { 's3:ExistingObjectTag/lpo:release': 'approved' };
const scanned = { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' };

const onObject = (
  action: string,
  bucket: string,
  object: string,
  context: CliCall['context'] = {},
): CliCall => ({
  action,
  resource: `${arnOf(bucket)}/${object}`,
  context,
});

const reads = (world: World, bucket: string, object: string, version?: string): CliCall[] => [
  onObject(version === undefined ? 's3:GetObject' : 's3:GetObjectVersion', bucket, object, {
    ...scanned,
    ...(object.startsWith('release/') ? approved : {}),
  }),
  ...keyCalls(world, bucket, object, 'kms:Decrypt'),
];

/** An upload in one request or, above 8 MB, in parts; one that fails is given up. */
const writes = (world: World, bucket: string, object: string, parts = true, source?: string): CliCall[] => [
  onObject('s3:PutObject', bucket, object, source === undefined ? {} : { 's3:x-amz-copy-source': source }),
  ...(parts ? [onObject('s3:AbortMultipartUpload', bucket, object)] : []),
  ...keyCalls(world, bucket, object, 'kms:GenerateDataKey', ...(parts ? ['kms:Decrypt'] : [])),
];

const lists = (bucket: string, prefix: string, action = 's3:ListBucket'): CliCall => ({
  action,
  resource: arnOf(bucket),
  context: { 's3:prefix': prefix },
});

interface Words {
  /** Value of an option. @throws when it is missing */
  readonly option: (name: string) => string;
  readonly has: (name: string) => boolean;
  /** Words that are neither options nor their values. */
  readonly places: readonly string[];
}

/** Options of the page that take no value. */
const flags = ['--recursive'];

function wordsOf(words: readonly string[]): Words {
  const at = (name: string) => words.indexOf(name);
  return {
    has: (name) => at(name) >= 0,
    option: (name) => {
      const value = words[at(name) + 1];
      if (at(name) < 0 || value === undefined) throw new Error(`${words.join(' ')}: has no ${name}`);
      return value;
    },
    places: words.filter(
      (word, index) =>
        !word.startsWith('--') &&
        !(words[index - 1]?.startsWith('--') && !flags.includes(`${words[index - 1]}`)),
    ),
  };
}

/** Bucket and key of `s3://bucket/key`; undefined for a file. */
function s3Place(text = ''): { bucket: string; key: string } | undefined {
  const [, bucket, key = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(text) ?? [];
  return bucket === undefined ? undefined : { bucket, key };
}

/** `aws s3 cp`: up, down, or from one place in S3 to another. */
function copies({ places, has, option }: Words, world: World): CliCall[] {
  const [from, to] = [s3Place(places[0]), s3Place(places[1])];
  const every = has('--recursive');
  const name = (key: string): string => (every ? `${key}any` : key);
  if (every && [from, to].some((place) => place && place.key !== '' && !place.key.endsWith('/')))
    throw new Error(`${places.join(' ')}: a folder ends with a slash`);
  const source = from && [
    ...(every ? [lists(from.bucket, from.key)] : []),
    ...reads(world, from.bucket, name(from.key)),
  ];
  if (from && to) {
    const properties = has('--copy-props') ? option('--copy-props') : 'default';
    return [
      ...(source ?? []),
      ...writes(world, to.bucket, name(to.key)),
      ...(properties === 'default'
        ? [
            onObject('s3:GetObjectTagging', from.bucket, name(from.key), scanned),
            onObject('s3:PutObjectTagging', to.bucket, name(to.key)),
          ]
        : []),
    ];
  }
  if (source) return source;
  if (to) return writes(world, to.bucket, name(to.key));
  throw new Error(`${places.join(' ')}: neither is in S3`);
}

const objectOf = ({ option }: Words): [bucket: string, key: string] => [option('--bucket'), option('--key')];

/** A request on an object whose action depends on whether a version is named. */
const onVersion =
  (plain: string, versioned: string = plain, context: CliCall['context'] = {}) =>
  (words: Words): CliCall[] => [
    onObject(words.has('--version-id') ? versioned : plain, ...objectOf(words), context),
  ];

const onBucket =
  (action: string) =>
  ({ option }: Words): CliCall[] => [{ action, resource: arnOf(option('--bucket')) }];

/** Requests of the commands for S3 and STS, whose names are not those of the actions. */
const requests: Readonly<Record<string, (words: Words, world: World) => CliCall[]>> = {
  's3 ls': ({ places }) => {
    const { bucket, key } = s3Place(places[0]) ?? {};
    // Without a bucket it lists those of the account.
    if (bucket === undefined) return [{ action: 's3:ListAllMyBuckets', resource: '*' }];
    return [lists(bucket, key ?? '')];
  },
  's3 cp': copies,
  's3api get-object': (words, world) =>
    reads(world, ...objectOf(words), words.has('--version-id') ? words.option('--version-id') : undefined),
  's3api head-object': (words, world) => reads(world, ...objectOf(words)),
  's3api get-object-tagging': onVersion('s3:GetObjectTagging', 's3:GetObjectVersionTagging', scanned),
  's3api put-object-tagging': (words) => [
    onObject(
      words.has('--version-id') ? 's3:PutObjectVersionTagging' : 's3:PutObjectTagging',
      ...objectOf(words),
      {
        ...tagsOf(words.option('--tagging')),
        ...(words.has('--version-id') ? { 's3:versionid': words.option('--version-id') } : {}),
      },
    ),
  ],
  's3api get-object-legal-hold': onVersion('s3:GetObjectLegalHold'),
  's3api put-object-legal-hold': onVersion('s3:PutObjectLegalHold'),
  's3api get-object-retention': onVersion('s3:GetObjectRetention'),
  's3api put-object-retention': (words) => [
    onObject('s3:PutObjectRetention', ...objectOf(words), {
      's3:object-lock-mode': /Mode=(\w+)/.exec(words.option('--retention'))?.[1] ?? '',
      ...retainedUntil(/RetainUntilDate=([\w:.-]+)/.exec(words.option('--retention'))?.[1] ?? ''),
    }),
  ],
  's3api list-objects-v2': ({ option, has }) => [
    lists(option('--bucket'), has('--prefix') ? option('--prefix') : ''),
  ],
  's3api list-object-versions': ({ option, has }) => [
    lists(option('--bucket'), has('--prefix') ? option('--prefix') : '', 's3:ListBucketVersions'),
  ],
  's3api copy-object': (words, world) => {
    const source = words.option('--copy-source');
    const [bucket = '', ...key] = source.split('/');
    const tags = !words.has('--tagging-directive') || words.option('--tagging-directive') === 'COPY';
    return [
      ...reads(world, bucket, key.join('/')),
      ...writes(world, ...objectOf(words), false, source),
      ...(tags ? [onObject('s3:PutObjectTagging', ...objectOf(words))] : []),
    ];
  },
  's3api get-bucket-policy': onBucket('s3:GetBucketPolicy'),
  's3api get-bucket-encryption': onBucket('s3:GetEncryptionConfiguration'),
  's3api get-object-lock-configuration': onBucket('s3:GetBucketObjectLockConfiguration'),
  's3api get-public-access-block': onBucket('s3:GetBucketPublicAccessBlock'),
  'sts assume-role-with-saml': ({ option }) =>
    ['sts:AssumeRoleWithSAML', 'sts:TagSession'].map((action) => ({
      action,
      resource: option('--role-arn'),
      provider: option('--principal-arn'),
      context: {
        'saml:aud': 'https://signin.aws.amazon.com/saml',
        'aws:RequestTag/lpo:mfa': 'true',
        'aws:TagKeys': ['lpo:mfa'],
      },
    })),
  // The second role is asked for with the first: the job has it come over AWS's network.
  'sts assume-role': ({ option }) => [
    { action: 'sts:AssumeRole', resource: option('--role-arn'), from: 'aws' },
  ],
  'kms describe-key': onKey('kms:DescribeKey'),
  'kms get-key-policy': onKey('kms:GetKeyPolicy'),
  'kms get-key-rotation-status': onKey('kms:GetKeyRotationStatus'),
};

function onKey(action: string) {
  return ({ option }: Words, world: World): CliCall[] => [
    { action, resource: keyBehind(world, option('--key-id').split('/').at(-1) ?? '') },
  ];
}

/** Context of a set of tags, as JSON or as `TagSet=[{Key=a,Value=b}]`; the document was scanned before. */
function tagsOf(text: string): CliCall['context'] {
  const tags = [...text.matchAll(/Key"?[=:] *"?([^",}]+)"?, *"?Value"?[=:] *"?([^",}\]]+)/g)];
  return {
    ...scanned,
    's3:RequestObjectTagKeys': tags.map(([, key]) => `${key}`),
    ...Object.fromEntries(tags.map(([, key, value]) => [`s3:RequestObjectTag/${key}`, `${value}`])),
  };
}

/** Services whose commands are called as their actions are, and look at everything at once. */
const prefixes: Readonly<Record<string, string>> = {
  accessanalyzer: 'access-analyzer',
  backup: 'backup',
  cloudtrail: 'cloudtrail',
  ec2: 'ec2',
  iam: 'iam',
};

/** Requests that a command of the AWS CLI makes. @throws for one that the table does not have */
export function callsOf(
  [, service = '', operation = '', ...rest]: readonly string[],
  world: World,
): CliCall[] {
  const known = requests[`${service} ${operation}`];
  if (known) return known(wordsOf(rest), world);
  const prefix = prefixes[service];
  if (prefix === undefined)
    throw new Error(`aws ${service} ${operation}: the test does not know what it asks for`);
  const action = operation.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [{ action: `${prefix}:${action}`, resource: '*' }];
}
