import fc from 'fast-check';
import { killSwitchSteps } from '../../../../lib/functions/kill-switch/kill-switch-steps.ts';
import { exhibitKey, readExhibitName } from '../../../../lib/model/evidence/exhibit-key.ts';

const digest = 'a1'.repeat(32);
const kinds = ['request', 'snapshot', 'report', 'manifest'] as const;

test('whatever the switch names, a reader of the copy knows again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom(...killSwitchSteps.map(({ name }) => name)),
      (kind, step) => {
        const key = exhibitKey('inc-20a1f3', kind, step, digest);
        const known = { kind, digest: digest.slice(0, 16) };
        expect(readExhibitName(key)).toMatchObject(known);
        expect(readExhibitName(key.slice('incidents/inc-20a1f3/'.length))).toMatchObject(known);
        if (kind === 'snapshot' || kind === 'report') expect(readExhibitName(key)?.step).toBe(step);
      },
    ),
  );
});

test.each([
  'notes.txt',
  'disable-keys.json',
  'disable-keys-0123.json',
  'elsewhere/inc-20a1f3/disable-keys-0123456789abcdef.json',
  '../disable-keys-0123456789abcdef.json',
])('%s is the name of no exhibit', (name) => {
  expect(readExhibitName(name)).toBeUndefined();
});
