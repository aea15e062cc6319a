import { misfit, plainText } from './plain-value.ts';
import type { At, Shape } from './shape.ts';

/** A scalar that passes a test; never one that only deployment tells. @param expected for a reader. */
export const text = (expected: string, holds: (text: string, at: At) => boolean): Shape => ({
  expected,
  misfits: (value, at) => {
    const plain = plainText(value, at);
    return plain !== undefined && holds(plain, at) ? [] : [misfit(value, at, expected)];
  },
});

/** One of some values; `true` and `"true"` are the same to CloudFormation. */
export const oneOf = (...values: readonly (string | number | boolean)[]): Shape =>
  text(values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`, (plain) =>
    values.some((value) => `${value}` === plain),
  );

/** A number, both ends included. */
export const number = (least: number, most: number, unit = ''): Shape =>
  text(
    `a number from ${least} to ${most}${unit === '' ? '' : ` ${unit}`}`,
    (plain) => /^-?\d+(\.\d+)?$/.test(plain) && Number(plain) >= least && Number(plain) <= most,
  );

/** Words for people, which no service acts on. */
export const words: Shape = text('a text', () => true);
