import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { controls } from '../../../policies/catalogue/catalogue.ts';
import { ruleId } from '../../../policies/catalogue/judge.ts';
import { retiredIds } from '../../../policies/catalogue/retired-ids.ts';

const checks = controls.flatMap((control) => control.checks);
const ids = controls.map(({ id }) => id);

test('every file below the folder is in the catalogue, as a control, a check or both', () => {
  const files = readdirSync('policies/controls', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative('.', join(parentPath, name)))
    .filter((file) => file !== 'policies/controls/index.ts');
  expect(files.length).toBeGreaterThan(100);
  const written = new Set([...controls, ...checks].map(({ file }) => file));
  expect([...written].sort()).toEqual(files.sort());
});

test('each id is given once, in order', () => {
  expect(ids).toEqual([...new Set(ids)].sort());
});

test('the numbers of a family have no gap that no retired id fills', () => {
  const taken = [...ids, ...retiredIds].sort();
  const families = [...new Set(taken.map((id) => id.slice(0, -2)))];
  const gapless = families.flatMap((family) =>
    taken
      .filter((id) => id.startsWith(family))
      .map((_, index) => `${family}${String(index + 1).padStart(2, '0')}`),
  );
  expect(taken).toEqual(gapless);
});

test('no retired id is used again', () => {
  expect(controls.filter(({ id }) => retiredIds.includes(id))).toEqual([]);
});

test('rule ids are unique', () => {
  const rules = checks.map(ruleId);
  expect(new Set(rules).size).toBe(rules.length);
});

test('a check stands with the control it names', () => {
  for (const control of controls)
    expect(control.checks.filter((check) => check.control !== control.id)).toEqual([]);
});

test('a control without a check names the record that shows it', () => {
  expect(controls.filter((control) => control.checks.length === 0 && !control.record)).toEqual([]);
});

test('a check is named after its file', () => {
  expect(checks.filter(({ name, file }) => !file.endsWith(`/${name}.ts`))).toEqual([]);
});

test('absolute are public access, another vendor’s reach, the region pin and audit protection', () => {
  expect(controls.filter(({ absolute }) => absolute).map(({ id }) => id)).toEqual([
    'LPO-COI-02',
    'LPO-DAT-02',
    'LPO-JUR-01',
    'LPO-LOG-02',
    'LPO-NET-01',
  ]);
});

test('unconfirmed clauses keep their mark', () => {
  const clauses = controls.flatMap(({ map }) => Object.values(map).flat());
  expect(clauses.filter((clause) => clause.includes('†')).length).toBeGreaterThan(50);
});
