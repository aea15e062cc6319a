import { readName, zoneId } from '../../template/names.ts';
import type { Matter } from '../authoring/matters.ts';
import type { Subject } from '../authoring/proof-statement.ts';
import type { World } from '../world/world.ts';
import type { Fact } from './job.ts';
import { isMade } from './made.ts';
import { bucketsIn } from './matter-people.ts';
import { keyArnOf } from './objects.ts';
import { keyBehind } from './roles.ts';

/** Zones of a matter: documents, and every other that one of its roles is for. */
const zonesOf = ({ roles }: Matter): ReadonlySet<'documents' | 'privileged'> =>
  new Set(['documents', ...roles.map(({ label }) => readName(label)?.zone ?? 'documents')]);

/** Every zone of a matter has its bucket; a job that goes from bucket to bucket would not miss one. */
export const zonesAreMade = ({ matters }: Subject): Fact[] =>
  matters.flatMap((matter) =>
    [...zonesOf(matter)].map((zone) => isMade(`bucket for ${zone} of ${matter.id}`, bucketsIn(matter, zone))),
  );

/** Programs find the key of a zone by its alias. */
export const keysHaveTheirAlias = (world: World, matters: readonly Matter[]): Fact[] =>
  matters.flatMap(({ id, buckets }) =>
    buckets.map((bucket) => {
      const word = zoneId(id, readName(bucket.label)?.zone);
      return isMade(
        `alias of the key of ${bucket.label}`,
        [bucket].filter((one) => keyArnOf(one, world) === keyBehind(world, word)),
      );
    }),
  );
