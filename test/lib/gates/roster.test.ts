import { roster } from '../../../lib/gates/roster.ts';
import { asOf, type Draft, draft, found } from './draft.ts';

const members = ({ config }: Draft, matter: string, fn: string, day = asOf) =>
  found(roster(config, day).find((one) => one.matter === matter && one.function === fn)).members;

test('everybody whose records are in order is in the group of their function', () => {
  expect(members(draft(), 'm-7f3a9c', 'reviewer')).toEqual(['p-51ce08']);
  expect(members(draft(), 'm-2be41d', 'qcLead')).toEqual(['p-77e0b2']);
});

test('an assignment gives membership from its first to its last day', () => {
  expect(members(draft(), 'm-7f3a9c', 'reviewer', '2026-11-15')).toEqual([]);
  const changed = draft();
  changed.meridian.people.push({
    ...structuredClone(found(changed.meridian.people[0])),
    id: 'p-51ce99',
    assignments: [{ ...found(changed.meridian.people[0]?.assignments[0]), until: '2026-11-30' }],
  });
  expect(members(changed, 'm-7f3a9c', 'reviewer', '2026-11-30')).toEqual(['p-51ce08', 'p-51ce99']);
  expect(members(changed, 'm-7f3a9c', 'reviewer', '2026-12-01')).toEqual(['p-51ce08']);
});

test('a lapse takes the person out, and shuts the gate until somebody decides', () => {
  const changed = draft();
  const person = structuredClone(found(changed.meridian.people[0]));
  found(person.training[0]).expiresOn = '2026-11-20';
  changed.meridian.people.push({ ...person, id: 'p-51ce99' });
  expect(members(changed, 'm-7f3a9c', 'reviewer')).toEqual([]);
  changed.meridian.waivers.push({
    rule: 'PPL-R03',
    reason: 'one reviewer repeats the training next week; the others go on',
    owner: 'p-3a10c4',
    approver: 'p-9d2f71',
    approvedOn: '2026-11-20',
    expiresOn: '2026-12-05',
  });
  expect(members(changed, 'm-7f3a9c', 'reviewer')).toEqual(['p-51ce08']); // a waiver opens the gate, not the door
});

test('a shut gate empties every group of its vendor and of no other', () => {
  const changed = draft();
  changed.luzon.contract = undefined;
  const groups = roster(changed.config, asOf);
  expect(groups.filter(({ vendor }) => vendor === 'luzon').flatMap((one) => one.members)).toEqual([]);
  expect(groups.filter(({ vendor }) => vendor === 'meridian').every((one) => one.members.length > 0)).toBe(
    true,
  );
});
