import type { Condition } from '../policy/statement.ts';
import { bit, fullSet } from './bits.ts';
import { UndecidableError } from './undecidable.ts';
import { everyValue, type ValueDomain } from './value-domain.ts';

/** Value of one context key in a request. */
export type ContextValue = string | readonly string[] | undefined;

/** An axis of the space of requests. Class 0 of a key is "absent". */
export interface Dimension {
  readonly full: bigint;
  readonly value: (index: number) => ContextValue;
  readonly satisfying: (condition: Condition) => bigint;
}

/** A key with at most one value: class 0 is absent, class n + 1 is value class n. */
export function singleDimension(domain: ValueDomain): Dimension {
  const present = everyValue(domain) << 1n;
  return {
    full: present | 1n,
    value: (index) => (index === 0 ? undefined : domain.witness(index - 1)),
    satisfying: (condition) => {
      const { operator, values } = condition;
      if (operator.family === 'null') return nullBits(values, present);
      const matched = domain.matches(condition) << 1n;
      const inside = operator.negated ? present & ~matched : matched;
      return inside | (absentSatisfies(condition) ? 1n : 0n);
    },
  };
}

/** Values a set-valued key may mix before the prover gives up: 2^12 sets. */
const valueClassCap = 12;

/** A key with a set of values: a class is a set of value classes, as a bit mask; the empty set is "absent". */
export function setDimension(key: string, domain: ValueDomain): Dimension {
  if (domain.size > valueClassCap) {
    throw new UndecidableError(
      `context key ${key} has ${domain.size} classes of values, more than ${valueClassCap}`,
    );
  }
  const count = 2 ** domain.size;
  const full = fullSet(count);
  return {
    full,
    value: (index) =>
      index === 0
        ? undefined
        : Array.from({ length: domain.size }, (_, at) => at)
            .filter((at) => (index >> at) & 1)
            .map(domain.witness),
    satisfying: (condition) => {
      const { operator, values } = condition;
      if (operator.family === 'null') return nullBits(values, full & ~1n);
      const matched = Number(domain.matches(condition));
      const inside = operator.negated ? ~matched & (count - 1) : matched;
      let bits = absentSatisfies(condition) ? 1n : 0n;
      for (let mask = 1; mask < count; mask++) {
        const holds = operator.quantifier === 'all' ? (mask & ~inside) === 0 : (mask & inside) !== 0;
        if (holds) bits |= bit(mask);
      }
      return bits;
    },
  };
}

/** `Null: true` holds on an absent key, `Null: false` on a present one. */
const nullBits = (values: readonly string[], present: bigint): bigint =>
  values.reduce((bits, value) => bits | (value.toLowerCase() === 'true' ? 1n : present), 0n);

/**
 * True where a condition holds when its key is not in the request: negated operators, IfExists and ForAllValues
 * do; ForAnyValue never does, not even negated.
 */
function absentSatisfies({ operator }: Condition): boolean {
  if (operator.quantifier === 'any') return false;
  return operator.quantifier === 'all' || operator.negated || operator.ifExists;
}
