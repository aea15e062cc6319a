import type { Pattern, PatternKind } from '../automata/pattern.ts';
import type { Condition, ConditionFamily } from '../policy/statement.ts';
import { fullSet, setOf } from './bits.ts';
import { formatAddress, ipv4Space, ipv6Space, parseRange } from './ip-range.ts';
import { type TextDomains, textDomain } from './text-domain.ts';
import { UndecidableError } from './undecidable.ts';

/** All values a context key can have, split into classes no condition tells apart. */
export interface ValueDomain {
  readonly size: number;
  readonly witness: (index: number) => string;
  /** Classes the values of a condition match, before negation. */
  readonly matches: (condition: Condition) => bigint;
}

const patternKinds: Partial<Record<ConditionFamily, PatternKind>> = {
  string: 'literal',
  'string-ignore-case': 'literal-ignore-case',
  'string-like': 'glob',
  arn: 'arn',
  bool: 'literal-ignore-case',
};

export function conditionPatterns(condition: Condition): Pattern[] {
  const kind = patternKinds[condition.operator.family];
  return kind === undefined ? [] : condition.values.map((text) => ({ kind, text }));
}

/** The domain that all conditions on one key share. */
export function valueDomain(
  key: string,
  conditions: readonly Condition[],
  known?: readonly string[],
  kept?: TextDomains,
): ValueDomain {
  const families = new Set(
    conditions
      .map(({ operator }) => operator.family)
      .filter((family) => family !== 'null')
      .map((family) => (patternKinds[family] === undefined ? family : 'text')),
  );
  if (families.size > 1) {
    throw new UndecidableError(`context key ${key} is compared as ${[...families].sort().join(' and as ')}`);
  }
  if (families.has('numeric')) return lineDomain(conditions, Number, (at) => `${at}`, 'not-a-number');
  if (families.has('date')) {
    return lineDomain(conditions, Date.parse, (at) => new Date(at).toISOString(), 'not-a-date');
  }
  if (families.has('ip')) return addressDomain(conditions);
  const domain = textDomain(conditions.flatMap(conditionPatterns), known, kept);
  return { ...domain, matches: (condition) => domain.covering(conditionPatterns(condition)) };
}

/** Classes of numbers, dates or addresses before the prover gives up. */
const pointCap = 4096;

function capped<T>(points: readonly T[]): readonly T[] {
  if (points.length > pointCap)
    throw new UndecidableError(`${points.length} classes of values, more than ${pointCap}`);
  return points;
}

/** Points and gaps between them on the number line, then one class for texts that are no number. */
function lineDomain(
  conditions: readonly Condition[],
  parse: (text: string) => number,
  format: (value: number) => string,
  stranger: string,
): ValueDomain {
  const points = [
    ...new Set(
      conditions.flatMap(({ operator, values }) => (operator.family === 'null' ? [] : values.map(parse))),
    ),
  ].sort((a, b) => a - b);
  const samples = [
    ...capped(
      points.flatMap((point, at) => {
        const next = points[at + 1];
        return [point, next === undefined ? point + 1 : (point + next) / 2];
      }),
    ),
  ];
  if (points[0] !== undefined) samples.push(points[0] - 1);
  const compare: Record<string, (value: number, bound: number) => boolean> = {
    equals: (value, bound) => value === bound,
    less: (value, bound) => value < bound,
    'less-equals': (value, bound) => value <= bound,
    greater: (value, bound) => value > bound,
    'greater-equals': (value, bound) => value >= bound,
  };
  return {
    size: samples.length + 1,
    witness: (index) => (index < samples.length ? format(samples[index] as number) : stranger),
    matches: ({ operator, values }) => {
      const bounds = values.map(parse);
      return setOf(
        samples.flatMap((sample, index) =>
          bounds.some((bound) => compare[operator.comparison]?.(sample, bound)) ? [index] : [],
        ),
      );
    },
  };
}

/** Address intervals between the borders of all ranges, then one class for texts that are no address. */
function addressDomain(conditions: readonly Condition[]): ValueDomain {
  const rangesOf = ({ operator, values }: Condition) =>
    operator.family === 'null'
      ? []
      : values.map((value) => {
          const range = parseRange(value);
          if (range === undefined) throw new UndecidableError(`${value} is no IP range`);
          return range;
        });
  const borders = new Set([ipv4Space.first, ipv6Space.first]);
  for (const { first, last } of conditions.flatMap(rangesOf)) {
    borders.add(first);
    if (last !== ipv4Space.last && last !== ipv6Space.last) borders.add(last + 1n);
  }
  const starts = capped([...borders].sort((a, b) => (a < b ? -1 : 1)));
  return {
    size: starts.length + 1,
    witness: (index) => (index < starts.length ? formatAddress(starts[index] as bigint) : 'not-an-address'),
    matches: (condition) => {
      const ranges = rangesOf(condition);
      return setOf(
        starts.flatMap((start, index) =>
          ranges.some(({ first, last }) => first <= start && start <= last) ? [index] : [],
        ),
      );
    },
  };
}

export const everyValue = (domain: ValueDomain): bigint => fullSet(domain.size);
