import { NotUnderstood } from './not-understood.ts';
import { isRecord, type Json, type Pattern } from './pattern.ts';

/** Most variations of one event that are tried. */
const limit = 4096;

/** A value that no pattern compares with. */
const another = 'anything else';

/** An event with other values of fields that may have any. */
export interface Variation {
  readonly event: Json;
  /** For a reader: `userAgent absent`. */
  readonly differs: string;
}

/**
 * The event itself, then every way that patterns could tell it from others of its kind: each field that they compare
 * and that does not make the event what it is with each value that they name, with another one, and absent.
 *
 * @param decides paths of the fields that make it what it is; they stay.
 * @throws NotUnderstood where there are more than can be tried.
 */
export function variationsOf(
  event: Json,
  patterns: readonly Pattern[],
  decides: ReadonlySet<string>,
): readonly Variation[] {
  const values = new Map<string, Set<Json | undefined>>();
  for (const { compared } of patterns)
    for (const [path, operands] of compared) {
      if (decides.has(path)) continue;
      const known = values.get(path) ?? new Set<Json | undefined>([undefined, another]);
      for (const operand of operands) known.add(operand);
      values.set(path, known);
    }
  const count = [...values.values()].reduce((product, { size }) => product * (size + 1), 1);
  if (count > limit)
    throw new NotUnderstood(`its patterns look at ${[...values.keys()].join(', ')} in too many ways to try`);
  let found: readonly Variation[] = [{ event, differs: '' }];
  for (const [path, each] of values)
    found = [
      ...found,
      ...found.flatMap((one) =>
        [...each].map((value) => ({
          event: withValue(one.event, path.split('.'), value) ?? null,
          differs: [one.differs, `${path} ${value === undefined ? 'absent' : JSON.stringify(value)}`]
            .filter(Boolean)
            .join(', '),
        })),
      ),
    ];
  return found;
}

/** The event with a value at a path, or without the field. */
function withValue(
  event: Json | undefined,
  [first, ...rest]: readonly string[],
  value: Json | undefined,
): Json | undefined {
  if (first === undefined) return value;
  if (Array.isArray(event))
    return event.map((item: Json, at) => (`${at}` === first ? (withValue(item, rest, value) ?? null) : item));
  if (!isRecord(event) && value === undefined) return event;
  const { [first]: before, ...others } = isRecord(event) ? event : {};
  const after = withValue(before, rest, value);
  return after === undefined ? others : { ...others, [first]: after };
}
