import { decide } from '../../../../lib/functions/connect/decide.ts';
import { ConflictIndex } from '../../../../lib/gates/conflicts/conflict-index.ts';
import { ruleHits } from '../../../../lib/gates/evaluate-gates.ts';
import { rosterPeople } from '../../../../lib/gates/people/roster-people.ts';
import { LawIndex } from '../../../../lib/law/law-index.ts';
import { publishRoster } from '../../../../lib/model/publish-roster.ts';
import { exampleRequest } from '../../functions/connect/example-roster.ts';
import { asOf, type Draft, draft } from '../draft.ts';

const peopleOf = ({ config, meridian }: Draft, day = asOf) =>
  rosterPeople({
    config,
    asOf: day,
    law: new LawIndex(config),
    conflicts: new ConflictIndex(config),
    vendor: meridian,
  });
const publishedOf = (changed: Draft) =>
  publishRoster('meridian', changed.meridian.matters, peopleOf(changed));
const nothing = { vendor: false, person: false, matters: new Set<string>() };
const reviewer = 'p-51ce08';
const group = (changed: Draft, matter = changed.litigation) => matter.groups.reviewer;
const asking = (changed: Draft, more: object = {}) => ({
  ...exampleRequest,
  username: `${reviewer}@firm.example`,
  'public-ip': '198.51.100.9',
  groups: [group(changed)],
  ...more,
});

test('the shipped roster lets a reviewer in from the site on file, checked by its range, and from nowhere else', () => {
  const changed = draft();
  const roster = publishedOf(changed);
  expect(decide(asking(changed), roster, nothing, asOf)).toMatchObject({
    allow: true,
    site: 's-b1a7',
    siteChecked: true,
  });
  for (const ip of ['198.51.100.64', '203.0.113.9', '2001:db8::1', 'not an address'])
    expect(decide(asking(changed, { 'public-ip': ip }), roster, nothing, asOf)).toMatchObject({
      allow: false,
      code: 'PLACE',
    });
});

test('a site without ranges on file is said to be unchecked', () => {
  const changed = draft();
  const [site] = changed.meridian.diligence?.sites ?? [];
  Object.assign(site ?? {}, { addresses: 'not-on-file' });
  expect(
    decide(asking(changed, { 'public-ip': '192.0.2.1' }), publishedOf(changed), nothing, asOf),
  ).toMatchObject({ allow: true, siteChecked: false });
});

test('a standing wall is published, and refuses who sits on both sides', () => {
  const changed = draft();
  changed.conflicts.walls.push({
    id: 'w-0001',
    sideA: ['m-7f3a9c'],
    sideB: ['m-2be41d'],
    basis: 'Rule 1.10(a)(2)',
    from: '2026-06-01',
    until: '2026-12-31',
    approver: 'p-9d2f71',
    noticeSentOn: '2026-06-01',
    certifiedOn: '2026-06-01',
    certifyEveryDays: 366,
    acknowledgements: [],
  });
  const { walls } = peopleOf(changed);
  expect(walls).toEqual([{ id: 'w-0001', between: ['m-7f3a9c', 'm-2be41d'] }]);
  const roster = publishRoster('meridian', changed.meridian.matters, peopleOf(draft()));
  const entry = roster.people[reviewer];
  const both = {
    ...roster,
    walls,
    people: { [reviewer]: { ...entry, pastMatters: ['m-2be41d'] } as NonNullable<typeof entry> },
  };
  expect(decide(asking(changed), both, nothing, asOf)).toMatchObject({ allow: false, code: 'WALL' });
  expect(decide(asking(changed), { ...both, walls: [] }, nothing, asOf).allow).toBe(true);
});

test('a roster that is empty while a matter runs is a finding of the gates, at the groups of the matter', () => {
  const changed = draft();
  for (const person of changed.meridian.people) person.assignments.length = 0;
  // The firm's own people stand in either file.
  for (const person of changed.luzon.people) person.assignments.length = 0;
  expect(peopleOf(changed).people).toEqual({});
  const hits = ruleHits(changed.config, asOf)
    .filter(({ vendor }) => vendor.vendor === 'meridian')
    .flatMap(({ hits: found }) => found)
    .filter(({ rule }) => rule.id === 'PPL-R01');
  expect(hits.length).toBeGreaterThan(0);
  expect(hits[0]?.hit.path).toContain('groups');
});
