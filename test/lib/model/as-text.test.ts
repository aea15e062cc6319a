import fc from 'fast-check';
import { asText, messageOf } from '../../../lib/model/as-text.ts';

test.each([
  ['a', 'a'],
  [5, '5'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'undefined'],
  [['a', { b: 1 }], '["a",{"b":1}]'],
  [{ toString: '' }, '{"toString":""}'],
  [new TypeError('no'), 'TypeError: no'],
])('%j as text', (value, text) => {
  expect(asText(value)).toBe(text);
});

test('different values of a document are different texts, and none is a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: 'medium' }), (value) => {
      const text = asText({ toString: value });
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ toString: value })));
    }),
  );
});

test('what went wrong, whatever was thrown', () => {
  expect([messageOf(new Error('no')), messageOf('no'), messageOf({ toString: '' })]).toEqual([
    'no',
    'no',
    '{"toString":""}',
  ]);
});
