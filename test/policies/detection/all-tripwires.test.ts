import { allTripwires } from '../../../policies/detection/all-tripwires.ts';
import * as files from '../../../policies/detection/tripwires/index.ts';
import { exampleRoom } from '../../support/example-room.ts';

test.each(Object.entries(files))('%s holds a tripwire and nothing else', (_, exported) => {
  expect(Object.keys(exported)).toEqual(['tripwire']);
});

test('each is named once', () => {
  const names = allTripwires.map(({ what }) => what);
  expect(names.length).toBeGreaterThan(25);
  expect(new Set(names).size).toBe(names.length);
});

test.each(allTripwires.map((tripwire) => [tripwire.what, tripwire] as const))(
  '%s has events that ring, neighbours that do not, and a source of their shape',
  (_, { rings, silent, source }) => {
    expect(rings(exampleRoom).length).toBeGreaterThan(0);
    expect(silent(exampleRoom).length).toBeGreaterThan(0);
    expect(source).toMatch(/^(https:\/\/docs\.aws\.amazon\.com\/|lib\/functions\/)/);
  },
);
