import fc from 'fast-check';
import {
  partitionStrings,
  type StringPartition,
  TooManyClassesError,
} from '../../../../policies/proofs/automata/partition.ts';
import { type Pattern, patternId } from '../../../../policies/proofs/automata/pattern.ts';

const letters = fc.constantFrom('a', 'b', 'B', ':', '/', '*', '?');
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', ':', '/', 'z'), maxLength: 9 });
const pattern: fc.Arbitrary<Pattern> = fc.record({
  kind: fc.constantFrom('literal', 'literal-ignore-case', 'glob'),
  text: fc.string({ unit: letters, maxLength: 6 }),
});
const patterns = fc.array(pattern, { minLength: 1, maxLength: 6 });

/** Straight translation to a regular expression: the reference the automaton is checked against. */
function matches({ kind, text: glob }: Pattern, value: string): boolean {
  if (kind === 'literal') return glob === value;
  if (kind === 'literal-ignore-case') return glob.toLowerCase() === value.toLowerCase();
  const source = [...glob].map((char) =>
    char === '*' ? '.*' : char === '?' ? '.' : `\\x${char.charCodeAt(0).toString(16)}`,
  );
  return new RegExp(`^${source.join('')}$`, 's').test(value);
}

/** Patterns that cover a class and do not match its text, or the reverse. */
const wrong = (
  list: readonly Pattern[],
  { covers }: StringPartition,
  index: number,
  value: string,
): Pattern[] => list.filter((item) => covers.get(patternId(item))?.includes(index) !== matches(item, value));

describe('a partition of all texts', () => {
  test('puts every text into a class whose patterns are exactly those that match it', () => {
    fc.assert(
      fc.property(patterns, text, (list, value) => {
        const partition = partitionStrings(list);
        const index = partition.classify(value);
        expect(wrong(list, partition, index, value)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives a witness of every class, and no two classes the same witness', () => {
    fc.assert(
      fc.property(patterns, (list) => {
        const partition = partitionStrings(list);
        const { witnesses, classify } = partition;
        expect(new Set(witnesses).size).toBe(witnesses.length);
        expect(witnesses.map(classify)).toEqual(witnesses.map((_, index) => index));
        expect(witnesses.flatMap((witness, index) => wrong(list, partition, index, witness))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('does not depend on how often a pattern is given', () => {
    fc.assert(
      fc.property(patterns, (list) => {
        expect(partitionStrings([...list, ...list]).witnesses.length).toBe(
          partitionStrings(list).witnesses.length,
        );
      }),
    );
  });

  test('of k globs *x* has 2^k classes, and fails closed above the cap', () => {
    const containing = (count: number): Pattern[] =>
      Array.from({ length: count }, (_, at) => ({ kind: 'glob', text: `*${String.fromCharCode(97 + at)}*` }));
    expect(partitionStrings(containing(5)).witnesses).toHaveLength(32);
    expect(() => partitionStrings(containing(13))).toThrow(TooManyClassesError);
  });

  test('prefers the witnesses it is offered', () => {
    const { witnesses } = partitionStrings([{ kind: 'action', text: 's3:Get*' }], {
      preferred: ['s3:getobject'],
    });
    expect(witnesses).toContain('s3:getobject');
  });
});

describe('kinds of patterns', () => {
  const covered = (item: Pattern, value: string): boolean => {
    const partition = partitionStrings([item]);
    return partition.covers.get(patternId(item))?.includes(partition.classify(value)) ?? false;
  };

  test.each([
    ['glob', 'arn:aws:s3:::a*', 'arn:aws:s3:::a:b/c', true],
    ['arn', 'arn:aws:iam::*:role/x', 'arn:aws:iam::1:role/x', true],
    ['arn', 'arn:aws:iam::*:role/x', 'arn:aws:iam::1:2:role/x', false],
    ['arn', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a:b/c', true],
    ['arn', 'arn:aws:iam:?:1:role/a', 'arn:aws:iam:::1:role/a', false],
    ['arn', '*:*:*:*:*:*', 'no arn', false],
    ['action', 's3:GET*', 's3:getobject', true],
    ['literal', 'a*', 'a*', true],
    ['literal', 'a*', 'ab', false],
    ['literal', 'a$'.concat('{*}'), 'a*', true],
    ['glob', 'a$'.concat('{*}b'), 'axb', false],
    ['glob', 'a$'.concat('{?}$', '{$}'), 'a?$', true],
    ['literal-ignore-case', 'TRUE', 'true', true],
  ] as const)('%s %s on %s: %s', (kind, glob, value, expected) => {
    expect(covered({ kind, text: glob }, value)).toBe(expected);
  });
});
