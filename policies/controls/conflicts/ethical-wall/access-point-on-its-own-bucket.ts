import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { bucket } from '../../../authoring/fixtures/bucket.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const documents = (BucketName: string, matter: string) =>
  bucket({ BucketName, Tags: tags({ 'lpo:matter': matter }) });
const stack = (Bucket: unknown, properties: object = {}): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Documents: documents('lpo-meridian-m-7f3a9c', 'm-7f3a9c'),
    Point: {
      Type: 'AWS::S3::AccessPoint',
      Properties: { Bucket, Tags: tags({ 'lpo:matter': 'm-7f3a9c' }), ...properties },
    },
  },
  'meridian/Matter-m-2be41d': { Documents: documents('lpo-meridian-m-2be41d', 'm-2be41d') },
});

export const check = assemblyCheck({
  control: 'LPO-COI-02',
  name: 'access-point-on-its-own-bucket',
  expected: 'an access point leads to a bucket of this assembly, in its own account and of its own matter',
  fix: 'set Bucket to the bucket of the same matter, and leave BucketAccountId out',
  judge(view) {
    const points = view.ofType('AWS::S3::AccessPoint');
    if (points.length === 0) return 'not applicable';
    return points
      .filter((point) => !onItsOwn(view, point))
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property: 'Bucket',
        got: resource.show('Bucket'),
      }));
  },
  good: {
    'by reference': stack({ Ref: 'Documents' }),
    'by name': stack('lpo-meridian-m-7f3a9c'),
    'the account written out': stack({ Ref: 'Documents' }, { BucketAccountId: '200000000001' }),
  },
  bad: {
    'a bucket from elsewhere': stack('somebody-elses'),
    'of another matter': stack('lpo-meridian-m-2be41d'),
    'of another account': stack({ Ref: 'Documents' }, { BucketAccountId: '999999999999' }),
    'decided at deployment': stack({ 'Fn::ImportValue': 'somewhere' }),
    'a point that says no matter': stack({ Ref: 'Documents' }, { Tags: [] }),
  },
});

function onItsOwn(view: AssemblyView, { stack, resource }: Placed): boolean {
  const account = resource.get('BucketAccountId');
  if (account !== undefined && resource.text('BucketAccountId') !== stack.account) return false;
  const target = view.target(resource.get('Bucket'), stack);
  const name = resource.text('Bucket');
  return view
    .ofType('AWS::S3::Bucket')
    .some(
      (bucket) =>
        bucket.stack.account === stack.account &&
        (bucket === target || (name !== undefined && bucket.resource.text('BucketName') === name)) &&
        matterOf(bucket.resource) === matterOf(resource),
    );
}
