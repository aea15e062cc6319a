import fc from 'fast-check';
import { spreadOverStacks } from '../../../lib/model/spread-over-stacks.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, number) => `p-${number.toString(16).padStart(6, '0')}`);
const placeOf = (stacks: readonly (readonly string[])[], person: string) =>
  stacks.findIndex((stack) => stack.includes(person));

test('as many as a stack holds are in one; one more makes a second', () => {
  expect(spreadOverStacks(people(400), 400)).toEqual([people(400)]);
  expect(spreadOverStacks(people(401), 400)).toHaveLength(2);
});

test('a thousand people fit in three, each of them once', () => {
  const stacks = spreadOverStacks(people(1000), 400);
  expect(stacks).toHaveLength(3);
  for (const stack of stacks) expect(stack.length).toBeLessThanOrEqual(400);
  expect(stacks.flat().sort()).toEqual(people(1000));
});

test('somebody who comes moves nobody, or takes others along to a new last stack', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...people(300)), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(ids, fc.constantFrom(...people(310).slice(300)), (staff, newcomer) => {
      const before = spreadOverStacks(staff, 10);
      const after = spreadOverStacks([...staff, newcomer], 10);
      expect(after.length).toBeGreaterThanOrEqual(before.length);
      for (const person of staff) {
        const place = placeOf(after, person);
        if (place !== placeOf(before, person)) expect(place).toBeGreaterThanOrEqual(before.length);
      }
    }),
  );
});

test('the order of the list does not matter', () => {
  expect(spreadOverStacks([...people(30)].reverse(), 7)).toEqual(spreadOverStacks(people(30), 7));
});
