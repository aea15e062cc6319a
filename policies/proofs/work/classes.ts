import { holdsStandardClassesAlone } from '../../reading/standard-classes.ts';
import { readName } from '../../template/names.ts';
import type { Matter } from '../authoring/matters.ts';
import { formatPlace, type Place } from '../policy/statement.ts';
import type { Fact } from './job.ts';

interface Labelled {
  readonly label: string;
  readonly place: Place;
  readonly tags: Readonly<Record<string, string>>;
}

/** A key has no name of the grammar, and is tagged instead. */
const isPrivileged = ({ label, tags }: Labelled): boolean =>
  readName(label)?.zone === 'privileged' || tags['lpo:zone'] === 'privileged';

const labelled = ({ buckets, keys, roles }: Matter): readonly Labelled[] => [...buckets, ...keys, ...roles];

const classesOf = ({ tags }: Labelled): readonly string[] =>
  (tags['lpo:data-class'] ?? '').split('+').filter(Boolean);

/**
 * True where anything of the matter says that two people release: a privileged zone, or a class that is not standard on any
 * of its buckets, keys and roles. One tag that is lowered takes nothing away.
 */
export const asksForSecondApprover = (matter: Matter): boolean =>
  labelled(matter).some((one) => isPrivileged(one) || !holdsStandardClassesAlone(one.tags['lpo:data-class']));

/** Classes of a matter are the same on each bucket, key and role of it; its privileged zone holds some of them. */
export const classesAgree = (matters: readonly Matter[]): Fact[] =>
  matters.map((matter) => ({
    subject: `data classes of ${matter.id}`,
    decide: () => {
      const all = new Set(labelled(matter).flatMap(classesOf));
      const faults = labelled(matter).filter((one) => {
        const mine = new Set(classesOf(one));
        return mine.size === 0 || (!isPrivileged(one) && mine.size < all.size);
      });
      return faults.length === 0
        ? { kind: 'proved', because: ['lpo:data-class'] }
        : {
            kind: 'refuted',
            witness: faults.map(
              ({ label, tags }) =>
                `got lpo:data-class ${tags['lpo:data-class'] ?? 'none'} on ${label}, expected ${[...all].sort().join('+')} as elsewhere in ${matter.id}`,
            ),
            culprits: faults.map(({ place }) => formatPlace(place)),
          };
    },
  }));
