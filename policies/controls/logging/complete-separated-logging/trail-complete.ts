import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { logBucket, logBucketName } from '../../../authoring/fixtures/bucket.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { type VendorInTemplates, vendorsOf } from '../../../reading/vendors.ts';
import { namedIn, readArn } from '../../../template/arn.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';
import { vendorOfPrefix } from '../../../template/names.ts';
import { isObject } from '../../../template/template-shape.ts';

const category = (name: string) => ({ Field: 'eventCategory', Equals: [name] });
const data = (type: string, ...more: object[]) => ({
  FieldSelectors: [category('Data'), { Field: 'resources.type', Equals: [type] }, ...more],
});
const whole = [
  { FieldSelectors: [category('Management')] },
  data('AWS::S3::Object'),
  data('AWS::S3::AccessPoint'),
  data('AWS::Lambda::Function'),
];
const example = (properties: object, account = '200000000001'): ExampleStacks => ({
  'meridian/Network': { Vpc: vpc() },
  'meridian/LogArchive': {
    account: '100000000003',
    template: {
      Resources: {
        Bucket: logBucket('trail'),
        Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/lpo/meridian/log-archive' } },
      },
    },
  },
  'meridian/Audit': {
    account,
    template: {
      Resources: {
        Trail: {
          Type: 'AWS::CloudTrail::Trail',
          Properties: {
            IsLogging: true,
            IsMultiRegionTrail: true,
            IncludeGlobalServiceEvents: true,
            S3BucketName: logBucketName('trail'),
            KMSKeyId: 'arn:aws:kms:eu-west-2:100000000003:alias/lpo/meridian/log-archive',
            AdvancedEventSelectors: whole,
            ...properties,
          },
        },
      },
    },
  },
});

/** Fields of a selector beyond these leave events out; only the ARN prefix of the vendor's own buckets may. */
export const check = assemblyCheck({
  control: 'LPO-LOG-01',
  name: 'trail-complete',
  expected:
    'each vendor’s account has a multi-Region trail that logs management events and the data events of S3 objects, access points and functions, into a bucket of another account, under a key of this assembly',
  fix: 'add the advanced selectors without further fields; deliver to the log-archive account',
  judge(view) {
    const vendors = vendorsOf(view);
    if (vendors.length === 0) return 'not applicable';
    const trails = view.ofType('AWS::CloudTrail::Trail');
    return vendors.flatMap(({ account, vendor, anchor }) => {
      const own = trails.filter(
        (trail) => trail.stack.account === account || trail.resource.text('IsOrganizationTrail') === 'true',
      );
      if (own.length === 0)
        return [{ stack: anchor.stack.id, property: '-', got: `no trail in the account of ${vendor}` }];
      return own.flatMap((trail) =>
        faults(view, trail, { account, vendor }).map((fault) => ({
          stack: trail.stack.id,
          logicalId: trail.resource.logicalId,
          ...fault,
        })),
      );
    });
  },
  good: { whole: example({}) },
  bad: {
    'in another account': example({}, '300000000001'),
    'a key elsewhere': example({
      KMSKeyId: 'arn:aws:kms:eu-west-2:999999999999:alias/lpo/meridian/log-archive',
    }),
    stopped: example({ IsLogging: false }),
    'one region': example({ IsMultiRegionTrail: false }),
    'no global events': example({ IncludeGlobalServiceEvents: false }),
    'no object events': example({ AdvancedEventSelectors: [whole[0], whole[2], whole[3]] }),
    'writes only': example({
      AdvancedEventSelectors: [
        { FieldSelectors: [category('Management'), { Field: 'readOnly', Equals: ['false'] }] },
        ...whole.slice(1),
      ],
    }),
    'one bucket only': example({
      AdvancedEventSelectors: [
        whole[0],
        data('AWS::S3::Object', { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::other'] }),
        whole[2],
        whole[3],
      ],
    }),
    'buckets of another vendor': example({
      AdvancedEventSelectors: [
        whole[0],
        data('AWS::S3::Object', { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::lpo-luzon-'] }),
        whole[2],
        whole[3],
      ],
    }),
    'basic selectors': example({
      AdvancedEventSelectors: undefined,
      EventSelectors: [{ IncludeManagementEvents: true }],
    }),
    'a bucket beside the trail': example({ S3BucketName: 'my-own-bucket' }),
  },
});

interface Fault {
  readonly property: string;
  readonly got: string;
}

/** The account that a trail is asked about, and the vendor in it. */
type Workspace = Pick<VendorInTemplates, 'account' | 'vendor'>;

function faults(view: AssemblyView, trail: Placed, { account, vendor }: Workspace): Fault[] {
  const { resource } = trail;
  const on = ['IsLogging', 'IsMultiRegionTrail', 'IncludeGlobalServiceEvents']
    .filter((property) => resource.text(property) !== 'true')
    .map((property) => ({ property, got: resource.show(property) }));
  const missing = [
    ['Management', undefined],
    ['Data', 'AWS::S3::Object'],
    ['Data', 'AWS::S3::AccessPoint'],
    ['Data', 'AWS::Lambda::Function'],
  ]
    .filter(
      ([kind, type]) =>
        !resource
          .list('AdvancedEventSelectors')
          .some((selector) => selects(selector, kind as string, type, { account, vendor })),
    )
    .map(([kind, type]) => ({
      property: 'AdvancedEventSelectors',
      got: `not every event of ${type ?? kind}`,
    }));
  const name = resource.text('S3BucketName');
  const bucket = view.ofType('AWS::S3::Bucket').find((one) => one.resource.text('BucketName') === name);
  const separate = bucket !== undefined && bucket.stack.account !== account;
  const key = resource.text('KMSKeyId') ?? '';
  const keyKnown =
    view.target(resource.get('KMSKeyId'), trail.stack) !== undefined ||
    view
      .ofType('AWS::KMS::Alias')
      .some((alias) => key.endsWith(`:${alias.stack.account}:${alias.resource.text('AliasName')}`));
  return [
    ...on,
    ...missing,
    ...(keyKnown ? [] : [{ property: 'KMSKeyId', got: resource.show('KMSKeyId') }]),
    ...(separate ? [] : [{ property: 'S3BucketName', got: resource.show('S3BucketName') }]),
  ];
}

function selects(selector: unknown, kind: string, type: string | undefined, of: Workspace): boolean {
  const fields =
    isObject(selector) && Array.isArray(selector.FieldSelectors)
      ? selector.FieldSelectors.filter(isObject)
      : [];
  const equals = (field: string, value: string) =>
    fields.some(
      (one) =>
        one.Field === field &&
        Object.keys(one).length === 2 &&
        Array.isArray(one.Equals) &&
        one.Equals.includes(value),
    );
  const extra = fields.filter(({ Field }) => Field !== 'eventCategory' && Field !== 'resources.type');
  const harmless = extra.every(
    (one) =>
      one.Field === 'resources.ARN' &&
      Array.isArray(one.StartsWith) &&
      one.StartsWith.some((arn) => beginsAsOurs(asText(arn), of)),
  );
  return equals('eventCategory', kind) && (type === undefined || equals('resources.type', type)) && harmless;
}

/** Every bucket or access point, or those of the vendor. */
function beginsAsOurs(text: string, { account, vendor }: Workspace): boolean {
  const arn = readArn(text);
  if (arn?.service !== 's3') return false;
  const point = namedIn(text, 's3', 'accesspoint');
  const start = point?.account === account ? point.name : arn.region === '' ? arn.resource : undefined;
  return start === '' || (start !== undefined && vendorOfPrefix(start) === vendor);
}
