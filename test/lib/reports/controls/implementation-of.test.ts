import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlAsText } from '../../../../lib/reports/controls/control-as-text.ts';
import { fileOf, implementationOf, levelOf } from '../../../../lib/reports/controls/implementation-of.ts';
import { controls } from '../../../../policies/catalogue/catalogue.ts';
import type { Control } from '../../../../policies/catalogue/control.ts';
import { allStatements } from '../../../../policies/proofs/all-statements.ts';

const control = (id: string): Control => controls.find((one) => one.id === id) as Control;

test.each(controls.map((one) => [one.id, one] as const))('%s: the files named are there', (id, one) => {
  const { file, checkFolders, proofs } = implementationOf(one);
  expect(readFileSync(file, 'utf8')).toContain(`id: '${id}'`);
  expect(checkFolders.length === 0).toBe(one.checks.length === 0);
  for (const { name } of one.checks) {
    const [text] = checkFolders
      .map((folder) => join(folder, `${name}.ts`))
      .filter((path) => existsSync(path));
    expect(readFileSync(`${text}`, 'utf8')).toContain(`control: '${id}',\n  name: '${name}',`);
  }
  for (const proof of proofs) expect(existsSync(fileOf(proof))).toBe(true);
});

test('every control that a proof names is one of the catalogue, and shows the proof', () => {
  for (const { id, controls: named } of allStatements)
    for (const one of named) expect(controlAsText(control(one))).toContain(`    ${id}\n`);
});

test('what stands behind a control is named: files, level, proofs, gates', () => {
  const keys = controlAsText(control('LPO-DAT-01'));
  expect(keys).toContain('policies/controls/data/customer-managed-keys.ts');
  expect(keys).toContain('policies/controls/data/customer-managed-keys/');
  expect(keys).toContain('keys-are-used-by-their-matter-alone');
  expect(keys).not.toContain('gates');
  const diligence = controlAsText(control('LPO-VEN-01'));
  expect(diligence).toMatch(/DUE-R04 +Two references/);
  expect(diligence).not.toContain('proofs');
});

test('a check says at which level it runs', () => {
  const { checks } = control('LPO-DAT-01');
  const levels = new Set(checks.map((check) => `${check.scope}: ${levelOf(check)}`));
  expect([...levels].sort()).toEqual([
    'assembly: on all stacks together, in lpo synth and lpo check',
    'resource: on each resource, in cdk synth, lpo synth and lpo check',
  ]);
});

test('every control prints in 80 columns', () => {
  for (const one of controls)
    for (const line of controlAsText(one).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
