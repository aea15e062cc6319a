import { existsSync } from 'node:fs';
import { controls as catalogue } from '../../../policies/catalogue/catalogue.ts';
import { allStatements } from '../../../policies/proofs/all-statements.ts';

test('each statement has an id of its own', () => {
  expect(new Set(allStatements.map(({ id }) => id)).size).toBe(allStatements.length);
});

test('each part of the promise has statements', () => {
  expect([...new Set(allStatements.map(({ part }) => part))].sort()).toEqual([
    'access',
    'confidentiality',
    'integrity',
    'network',
    'residency',
    'walls',
    'work',
  ]);
});

test.each(allStatements.map((statement) => [statement.id, statement] as const))(
  '%s',
  (id, { title, controls }) => {
    // Its file has its name, its title is a sentence a lawyer can read, its controls exist.
    const folders = ['policies/proofs/statements', 'policies/jobs'];
    expect(folders.filter((folder) => existsSync(`${folder}/${id}.ts`))).toHaveLength(1);
    expect(title).toMatch(/^[A-Z].{30,}[^.]$/);
    expect(title).not.toMatch(/\b(Deny|Allow|ARN|SCP|RCP|principal tag)\b/);
    const known = new Set<string>(catalogue.map((control) => control.id));
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.filter((control) => !known.has(control))).toEqual([]);
  },
);
