import type { AssemblyView } from '../../template/assembly-view.ts';
import { namesOf } from './plain-value.ts';
import type { At, Shape } from './shape.ts';
import { text } from './text.ts';

/** Names and ARNs of an assembly's resources of a type; names that are not global with their account and Region. */
const known = new WeakMap<AssemblyView, Map<string, ReadonlySet<string>>>();

function placesOf(view: AssemblyView, type: string): ReadonlySet<string> {
  const byType = known.get(view) ?? new Map<string, ReadonlySet<string>>();
  known.set(view, byType);
  const names = namesOf(view);
  const places =
    byType.get(type) ??
    new Set(
      view
        .ofType(type)
        .flatMap(({ stack, resource: { logicalId } }) =>
          [names.ref(logicalId, stack), names.attribute(logicalId, 'Arn', stack)]
            .filter((name) => typeof name === 'string')
            .map((name) => placeOf(name, type, stack)),
        ),
    );
  byType.set(type, places);
  return places;
}

/** An ARN says where it is, and names of buckets are there once; a log group's ARN may end in `:*`. */
const placeOf = (name: string, type: string, { account, region }: At['stack']): string =>
  name.startsWith('arn:') || type === 'AWS::S3::Bucket'
    ? name.replace(/:\*$/, '')
    : `${account} ${region} ${name}`;

/** The name, id or ARN of a resource of this assembly, of a type; by reference or written out. */
export const made = (type: string): Shape =>
  text(`an ${type} of this assembly`, (plain, { view, stack }) =>
    placesOf(view, type).has(placeOf(plain, type, stack)),
  );
