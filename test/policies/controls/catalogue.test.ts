import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { controls, retiredIds } from '../../../policies/catalogue/catalogue.ts';
import { ruleId } from '../../../policies/catalogue/judge.ts';

/** The catalogue of 45: families and how many controls each has. */
const families = {
  COI: 3,
  DAT: 7,
  DET: 2,
  GOV: 6,
  IDN: 4,
  INC: 3,
  JUR: 4,
  LOG: 2,
  NET: 2,
  PPL: 4,
  RES: 1,
  VEN: 4,
  WKS: 3,
};

test('every control of the catalogue is there, once, in the order of ids', () => {
  const expected = Object.entries(families).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, index) => `LPO-${family}-${String(index + 1).padStart(2, '0')}`),
  );
  expect(controls.map(({ id }) => id)).toEqual(expected);
  expect(expected).toHaveLength(45);
});

test('no retired id is used again', () => {
  expect(controls.filter(({ id }) => retiredIds.includes(id))).toEqual([]);
});

test('rule ids are unique', () => {
  const rules = controls.flatMap((control) => control.checks.map((check) => ruleId(control, check)));
  expect(new Set(rules).size).toBe(rules.length);
});

test('a control without a check names the record that shows it', () => {
  expect(controls.filter(({ checks, record }) => checks.length === 0 && !record)).toEqual([]);
});

test('a check is named after its file', () => {
  const root = 'policies/controls';
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && join(entry.parentPath).split('/').length === 4)
    .map(({ name }) => name.replace(/\.ts$/, ''));
  const names = controls.flatMap(({ checks }) => checks.map(({ name }) => name));
  expect(names.sort()).toEqual(files.sort());
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
