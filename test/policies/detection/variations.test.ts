import { readFilterPattern } from '../../../policies/detection/filter-pattern.ts';
import { NotUnderstood } from '../../../policies/detection/not-understood.ts';
import { variationsOf } from '../../../policies/detection/variations.ts';

const vary = (event: object, filter: string, ...decides: string[]) =>
  variationsOf(event as never, [readFilterPattern(filter)], new Set(decides));

test('fields that decide stay, and fields that nobody asks for too', () => {
  expect(vary({ a: 'x', b: 'y' }, '{ $.a = "x" }', 'a')).toEqual([
    { event: { a: 'x', b: 'y' }, differs: '' },
  ]);
});

test('a field that is asked for has each value, another one, and none', () => {
  expect(vary({ a: 'x', b: { c: 'y' } }, '{ ($.a = "x") && ($.b.c != "z") }', 'a')).toEqual([
    { event: { a: 'x', b: { c: 'y' } }, differs: '' },
    { event: { a: 'x', b: {} }, differs: 'b.c absent' },
    { event: { a: 'x', b: { c: 'anything else' } }, differs: 'b.c "anything else"' },
    { event: { a: 'x', b: { c: 'z' } }, differs: 'b.c "z"' },
  ]);
});

test('fields vary together', () => {
  const differs = vary({}, '{ ($.a = "x") || ($.b = "y") }').map((one) => one.differs);
  expect(differs).toHaveLength(16);
  expect(differs).toContain('a absent, b absent');
});

test('an item of a list', () => {
  const events = vary({ a: [{ b: 'x' }] }, '{ $.a[0].b = "y" }').map(({ event }) => event);
  expect(events).toContainEqual({ a: [{ b: 'y' }] });
  expect(events).toContainEqual({ a: [{}] });
});

test('more than can be tried is not understood', () => {
  const clauses = Array.from({ length: 12 }, (_, index) => `($.f${index} = "x")`).join(' && ');
  expect(() => vary({}, `{ ${clauses} }`)).toThrow(NotUnderstood);
});
