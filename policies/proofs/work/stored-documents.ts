import { asText } from '../../../lib/model/as-text.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Subject } from '../authoring/proof-statement.ts';
import type { Made, Resource, World } from '../world/world.ts';
import { faultsIn, type Row, withoutFault } from './faults.ts';
import type { Fact } from './job.ts';
import { vendorBuckets } from './roles.ts';
import { lastDayOf } from './roster.ts';

const listOf = (value: unknown): unknown[] => [value ?? []].flat();
const objectsIn = (value: unknown): Readonly<Record<string, unknown>>[] => listOf(value).filter(isObject);

/**
 * Classes of storage from which an object is read only after it was asked for, hours before; AWS Backup leaves it out.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
 */
const asleep = ['GLACIER', 'DEEP_ARCHIVE'];

/** Documents of a matter are read at once, and are there as long as anybody is assigned to it. */
export const documentsStayReadable = ({ world, matters }: Subject): Fact[] =>
  matters.flatMap(({ id, buckets }) => {
    const until = lastDayOf(world, id);
    return buckets.map((bucket) =>
      withoutFault(`documents in ${bucket.label} can be read at once`, bucket.place, () =>
        faultsIn([
          ...awake(madeOf(world, bucket)),
          ...expirations(madeOf(world, bucket)).map(
            ({ words, days, date }): Row => [
              days === undefined && asText(date).slice(0, 10) > until,
              `${words}, and somebody is assigned until ${until || 'a day that no roster tells'}`,
            ],
          ),
        ]),
      ),
    );
  });

/**
 * Suspensions and records are kept: of the state only sessions expire, of the evidence nothing.
 *
 * @param kept what is in it, for a reader.
 * @param mayExpire key prefixes of what nobody needs afterwards.
 */
export const recordsStay = (
  world: World,
  purpose: 'state' | 'evidence',
  kept: string,
  mayExpire: readonly string[] = [],
): Fact[] =>
  vendorBuckets(world, purpose).map((bucket) =>
    withoutFault(`${kept} in ${bucket.label} stay`, bucket.place, () =>
      faultsIn([
        ...awake(madeOf(world, bucket)),
        ...expirations(madeOf(world, bucket)).map(
          ({ words, prefix }): Row => [mayExpire.some((folder) => prefix.startsWith(folder)), words],
        ),
      ]),
    ),
  );

/** The bucket with all its properties. */
const madeOf = (world: World, { label }: Resource): Made | undefined =>
  world.ofType('AWS::S3::Bucket').find(({ reference }) => reference === label);

const enabledRules = (bucket: Made | undefined) => {
  const { LifecycleConfiguration: lifecycle } = bucket?.properties ?? {};
  return objectsIn(isObject(lifecycle) ? lifecycle.Rules : undefined).filter(
    ({ Status }) => Status === 'Enabled',
  );
};

/** No enabled rule puts an object or an older version to sleep. */
function awake(bucket: Made | undefined): Row[] {
  const moves = enabledRules(bucket).flatMap((rule) =>
    ['Transition', 'Transitions', 'NoncurrentVersionTransition', 'NoncurrentVersionTransitions'].flatMap(
      (name) => objectsIn(rule[name]).map(({ StorageClass }) => asText(StorageClass)),
    ),
  );
  const tiers = objectsIn(bucket?.properties.IntelligentTieringConfigurations).filter(
    ({ Status }) => Status === 'Enabled',
  );
  return [
    ...moves.map(
      (to): Row => [!asleep.includes(to), `objects are moved to ${to}, from which nothing is read at once`],
    ),
    ...tiers.map((): Row => [false, 'objects are moved to an archive tier of S3 Intelligent-Tiering']),
  ];
}

interface Expiration {
  readonly words: string;
  readonly prefix: string;
  readonly days: unknown;
  readonly date: unknown;
}

/** Ends of current versions that a lifecycle sets. */
const expirations = (bucket: Made | undefined): Expiration[] =>
  enabledRules(bucket).flatMap(({ ExpirationInDays: days, ExpirationDate: date, Prefix, Id }) =>
    days === undefined && date === undefined
      ? []
      : [
          {
            words: `the lifecycle rule ${asText(Id ?? 'without a name')} ends current versions ${days === undefined ? `on ${asText(date)}` : `after ${asText(days)} days`}`,
            prefix: asText(Prefix ?? ''),
            days,
            date,
          },
        ],
  );
