import { bucketPurposes, type Name, readName } from '../template/names.ts';
import type { ResourceView } from '../template/resource-view.ts';
import { matterOf } from './matter-of.ts';

/** Purpose of a bucket; `state` holds who is suspended and whose each VPN session is, no document. Buckets outside the grammar count as `matter`, the strictest. */
export type BucketKind = 'matter' | (typeof bucketPurposes)[number];

export function bucketKind(bucket: ResourceView): BucketKind {
  const purpose = logBucket(bucket)?.purpose;
  const kind = bucketPurposes.find((each) => each === purpose);
  return kind !== undefined && matterOf(bucket) === undefined ? kind : 'matter';
}

/** The vendor in a log bucket's name. */
export const logBucketVendor = (bucket: ResourceView): string | undefined => logBucket(bucket)?.vendor;

function logBucket(bucket: ResourceView): Name | undefined {
  const name = readName(bucket.text('BucketName') ?? '');
  return name?.form === 'bucket' && name.matter === undefined && name.vendor !== '*' ? name : undefined;
}
