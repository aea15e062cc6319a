import { wallPairs } from '../../../../lib/gates/conflicts/wall-pairs.ts';
import { asOf, draft } from '../draft.ts';

const wall = {
  id: 'w-0001',
  sideA: ['m-7f3a9c', 'm-2be41d'],
  sideB: ['m-c90e15'],
  basis: 'Rule 1.10(a)(2)',
  from: '2026-06-01',
  until: '2026-12-31',
  approver: 'p-9d2f71',
  noticeSentOn: '2026-06-01',
  certifiedOn: '2026-06-01',
  certifyEveryDays: 366,
  acknowledgements: [],
};

test('a wall keeps every matter of one side from every matter of the other', () => {
  const changed = draft();
  changed.conflicts.walls.push(wall);
  expect(wallPairs(changed.config, asOf)).toEqual([
    {
      wall: 'w-0001',
      a: { vendor: 'meridian', matter: 'm-7f3a9c' },
      b: { vendor: 'luzon', matter: 'm-c90e15' },
    },
    {
      wall: 'w-0001',
      a: { vendor: 'meridian', matter: 'm-2be41d' },
      b: { vendor: 'luzon', matter: 'm-c90e15' },
    },
  ]);
});

test.each(['2026-05-31', '2027-01-01'])('a wall that does not stand on %s keeps nothing apart', (day) => {
  const changed = draft();
  changed.conflicts.walls.push(wall);
  expect(wallPairs(changed.config, day)).toEqual([]);
});
