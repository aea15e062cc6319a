import { type Check, resourceCheck } from '../../../policies/authoring/check.ts';
import type { ControlId, ControlRow } from '../../../policies/authoring/control-row.ts';
import { CatalogueError, type ControlFile, joinControls } from '../../../policies/catalogue/join-controls.ts';

const control = (id: string): ControlRow => ({
  id: id as ControlId,
  title: 'A door',
  objective: 'A door is shut.',
  severity: 'high',
  kind: ['preventive'],
  map: {},
  record: 'a photograph of the door',
});

const check = (name: string, of: string): Check =>
  resourceCheck({
    control: of as ControlId,
    name,
    expected: 'the door is shut',
    fix: 'shut it',
    types: ['AWS::Door::Door'],
    judge: () => [],
    good: {},
    bad: {},
  });

const whole: Record<string, ControlFile> = {
  'network/doors/door-is-shut.ts': { check: check('door-is-shut', 'LPO-NET-01') },
  'network/doors.ts': { control: control('LPO-NET-01') },
  'network/door-is-locked.ts': {
    control: control('LPO-NET-02'),
    check: check('door-is-locked', 'LPO-NET-02'),
  },
  'data/vaults.ts': { control: control('LPO-DAT-01') },
  'network/door-has-a-bell.ts': { check: check('door-has-a-bell', 'LPO-NET-01') },
};

test('checks are joined to the control they name, wherever their file stands; all by id and name', () => {
  const joined = joinControls(whole, []);
  expect(joined.map(({ id, file, checks }) => [id, file, checks.map((one) => one.file)])).toEqual([
    ['LPO-DAT-01', 'policies/controls/data/vaults.ts', []],
    [
      'LPO-NET-01',
      'policies/controls/network/doors.ts',
      ['policies/controls/network/door-has-a-bell.ts', 'policies/controls/network/doors/door-is-shut.ts'],
    ],
    [
      'LPO-NET-02',
      'policies/controls/network/door-is-locked.ts',
      ['policies/controls/network/door-is-locked.ts'],
    ],
  ]);
});

const problemsOf = (files: Record<string, ControlFile>, retired: readonly ControlId[] = []) => {
  try {
    joinControls({ ...whole, ...files }, retired);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    return error.problems;
  }
};

test.each<[string, Record<string, ControlFile>, readonly ControlId[], readonly RegExp[]]>([
  [
    'a check that names no control',
    { 'data/a.ts': { check: check('a', 'LPO-DAT-09') } },
    [],
    [/data\/a\.ts: .*LPO-DAT-09, and no control/],
  ],
  [
    'a check that is not named after its file',
    { 'data/a.ts': { check: check('b', 'LPO-DAT-01') } },
    [],
    [/data\/a\.ts: the check is named b/],
  ],
  [
    'two checks of one name',
    { 'network/more/door-is-shut.ts': { check: check('door-is-shut', 'LPO-NET-01') } },
    [],
    [/doors\/door-is-shut\.ts, .*more\/door-is-shut\.ts: the rule LPO-NET-01\/door-is-shut/],
  ],
  [
    'an id given twice',
    { 'data/safes.ts': { control: control('LPO-DAT-01') } },
    [],
    [/data\/vaults\.ts, .*data\/safes\.ts: the id LPO-DAT-01/],
  ],
  ['a retired id used again', {}, ['LPO-DAT-01'], [/data\/vaults\.ts: the id LPO-DAT-01 is retired/]],
  [
    'a gap',
    { 'data/safes.ts': { control: control('LPO-DAT-03') } },
    [],
    [/LPO-DAT-02 is missing before LPO-DAT-03/],
  ],
  [
    'an id of another form',
    { 'data/safes.ts': { control: control('LPO-DAT-2') } },
    [],
    [/safes\.ts: the id LPO-DAT-2 is not of the form/],
  ],
  [
    'a control in the folder of another family',
    { 'data/doors.ts': { control: control('LPO-NET-03') } },
    [],
    [/data\/doors\.ts: LPO-NET-03 beside/],
  ],
  [
    'a control that nothing shows',
    { 'data/safes.ts': { control: { ...control('LPO-DAT-02'), record: '' } } },
    [],
    [/safes\.ts: no check names LPO-DAT-02, so it must name the record/],
  ],
  ['a file without a control or a check', { 'data/a.ts': {} }, [], [/data\/a\.ts: exports neither/]],
  [
    'a file that exports something else as well',
    { 'data/a.ts': { check: check('a', 'LPO-DAT-01'), types: [] } as ControlFile },
    [],
    [/data\/a\.ts: exports types;/],
  ],
])('%s is refused', (_name, files, retired, problems) => {
  const found = problemsOf(files, retired);
  for (const problem of problems) expect(found.filter((one) => problem.test(one))).not.toEqual([]);
});

test('a retired id fills the gap it left', () => {
  expect(problemsOf({ 'data/safes.ts': { control: control('LPO-DAT-03') } }, ['LPO-DAT-02'])).toEqual([]);
});

test('everything that does not fit is named at once', () => {
  const found = problemsOf({
    'data/a.ts': {},
    'data/b.ts': { check: check('c', 'LPO-DAT-09') },
  });
  expect(found).toHaveLength(3);
});
