import { expiring } from '../../../lib/gates/expiring.ts';
import { asOf, draft, found } from './draft.ts';

test('nothing of the shipped configuration expires within half a year', () => {
  expect(expiring(draft().config, asOf, 183)).toEqual([]);
});

test('a year ahead, the first expiry of each kind is listed with its day', () => {
  const ahead = expiring(draft().config, asOf, 365);
  const first = (rule: string) => ahead.find(({ finding }) => finding.code === rule)?.on;
  expect(first('DUE-R02')).toBe('2027-11-03');
  expect(first('PPL-R03')).toBe('2027-11-12');
  expect(first('GOV-R01')).toBe('2027-10-23');
  expect(ahead.map(({ on }) => on)).toEqual(ahead.map(({ on }) => on).sort());
});

test('the last good day is not an expiry, the day after is', () => {
  const changed = draft();
  found(changed.luzon.contract).expiresOn = '2026-11-30';
  expect(expiring(changed.config, asOf, 9)).toEqual([]);
  expect(expiring(changed.config, asOf, 10).map(({ on, finding }) => [on, finding.code])).toEqual([
    ['2026-12-01', 'DUE-R05'],
  ]);
});

test('what is shut already is not an expiry', () => {
  const changed = draft();
  found(changed.luzon.contract).expiresOn = '2026-11-20';
  expect(expiring(changed.config, asOf, 30)).toEqual([]);
});
