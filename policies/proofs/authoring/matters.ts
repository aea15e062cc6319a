import type { Principal, Resource, World } from '../world/world.ts';

/** Resources of one matter, by its `lpo:matter` tag. */
export interface Matter {
  readonly id: string;
  readonly buckets: readonly Resource[];
  /** Buckets and access points: every name its documents can be read by. */
  readonly documents: readonly Resource[];
  readonly keys: readonly Resource[];
  /** Roles of people (with `lpo:function`) and of services. */
  readonly roles: readonly Principal[];
  readonly people: readonly Principal[];
}

const tag = 'lpo:matter';
/** Value of the tag on what serves every matter of a vendor. */
const shared = 'shared';

export function mattersOf(world: World): Matter[] {
  const ids = new Set(
    [...world.resources, ...world.principals]
      .flatMap(({ tags }) => tags[tag] ?? [])
      .filter((id) => id !== shared),
  );
  return [...ids].sort().map((id) => {
    const mine = world.resources.filter(({ tags }) => tags[tag] === id);
    const roles = world.principals.filter(({ tags }) => tags[tag] === id);
    const buckets = mine.filter(({ type }) => type === 'AWS::S3::Bucket');
    const names = new Set(buckets.map(({ arn }) => arn));
    // An access point to the bucket counts whether or not it is tagged.
    const points = world.resources.filter(({ parent }) => parent !== undefined && names.has(parent));
    return {
      id,
      buckets,
      documents: [...buckets, ...points],
      keys: mine.filter(({ type }) => type === 'AWS::KMS::Key'),
      roles,
      people: roles.filter(({ tags }) => tags['lpo:function'] !== undefined),
    };
  });
}
