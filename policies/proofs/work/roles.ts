import { readArn } from '../../template/arn.ts';
import {
  type MatterPurpose,
  matterName,
  readName,
  type VendorPurpose,
  vendorName,
  zoneId,
} from '../../template/names.ts';
import { partitionOf as partitionOfRegion } from '../../template/partition.ts';
import type { Matter } from '../authoring/matters.ts';
import { isBucketOf } from '../authoring/select.ts';
import type { Made, Principal, Resource, World } from '../world/world.ts';
import type { RoleWorker, Worker } from './job.ts';

export const partitionOf = ({ regions: [region] }: World): string => partitionOfRegion(region)?.name ?? 'aws';

/** A role by its name; where the templates make none, one that nobody is, so that its tasks are refuted. */
export function roleNamed(world: World, name: string): RoleWorker {
  const made = world.principals.find(({ label }) => label === name);
  return { kind: 'role', arn: made?.arn ?? `arn:${partitionOf(world)}:iam::${world.account}:role/${name}` };
}

/** The role that serves a vendor for a purpose. */
export const vendorRole = (world: World, purpose: VendorPurpose): RoleWorker =>
  roleNamed(world, vendorName(world.name, purpose));

/** The role that serves a zone of a matter. */
export const zoneRole = (
  world: World,
  matter: Matter,
  bucket: Resource,
  purpose: MatterPurpose,
): RoleWorker =>
  roleNamed(world, matterName(world.name, zoneId(matter.id, readName(bucket.label)?.zone), purpose));

const principalOf = ({ principals }: World, who: Worker): Principal | undefined =>
  who.kind === 'role' ? principals.find(({ arn }) => arn === who.arn) : undefined;

/** Account of a worker that is a role. */
export const accountOf = (who: RoleWorker): string => readArn(who.arn)?.account ?? '';

/** Region of the stack that makes the role. */
export const regionOfRole = (world: World, who: Worker): string => {
  const stack = principalOf(world, who)?.place.stack;
  return world.stacks.find(({ id }) => id === stack)?.region ?? '';
};

/** Buckets of the vendor for a purpose, in whatever account. */
export const vendorBuckets = (world: World, purpose: VendorPurpose): readonly Resource[] =>
  world.resources.filter(
    ({ type, label }) => type === 'AWS::S3::Bucket' && isBucketOf(world, label, purpose),
  );

/** The KMS key behind an alias of the vendor, by the last part of its name; without one, a text that is no ARN. */
export function keyBehind(world: World, word: string): string {
  const name = `alias/lpo/${world.name}/${word}`;
  return targetOf(world, ({ properties }) => properties.AliasName === name) ?? `the key of ${name}`;
}

/** The ARN of a key that a property names by id, ARN, alias or the ARN of an alias; the name itself where none is made. */
export function keyNamed(world: World, name: string): string {
  const key = world.resources.find(
    ({ type, arn }) => type === 'AWS::KMS::Key' && (arn === name || arn.endsWith(`:key/${name}`)),
  );
  const behind = targetOf(
    world,
    ({ account, region, properties: { AliasName: alias } }) =>
      name === alias || name.endsWith(`:kms:${region}:${account}:${alias}`),
  );
  return key?.arn ?? behind ?? name;
}

function targetOf(world: World, isAlias: (alias: Made) => boolean): string | undefined {
  const target = world.ofType('AWS::KMS::Alias').find(isAlias)?.properties.TargetKeyId;
  return typeof target === 'string' ? target : undefined;
}
