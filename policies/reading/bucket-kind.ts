import type { ResourceView } from '../template/resource-view.ts';
import { matterOf } from './matter-of.ts';

/** Purpose of a bucket; `state` holds who is suspended and whose each VPN session is, no document. Buckets outside the grammar count as `matter`, the strictest. */
export type BucketKind = 'matter' | 'trail' | 'config' | 'evidence' | 'access' | 'state';

/** `lpo-<vendor>-<kind>-<account>-<region>`; the judge's own grammar, never the builder's. */
const logBucket =
  /^lpo-([a-z][a-z0-9]{2,15})-(trail|config|evidence|access|state)-\d{12}-[a-z]{2,4}(-[a-z]+)+-\d$/;

export function bucketKind(bucket: ResourceView): BucketKind {
  const name = bucket.text('BucketName') ?? '';
  const kind = logBucket.exec(name)?.[2] as BucketKind | undefined;
  return kind !== undefined && matterOf(bucket) === undefined ? kind : 'matter';
}

/** The vendor in a log bucket's name. */
export const logBucketVendor = (bucket: ResourceView): string | undefined =>
  logBucket.exec(bucket.text('BucketName') ?? '')?.[1];
