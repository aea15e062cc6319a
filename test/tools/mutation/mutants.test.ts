import { readFileSync } from 'node:fs';
import { mutantsOf } from '../../../tools/mutation/mutants-of.ts';
import { provers } from '../../../tools/mutation/provers.ts';
import { runMutants } from '../../../tools/mutation/run-mutants.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';

const assembly = exampleAssembly();
const mutants = mutantsOf(assembly);

test('mutants come from every resource type of the assembly', () => {
  const types = assembly.stacks.flatMap(({ template }) =>
    Object.values(template.Resources ?? {}).map(({ Type }) => Type),
  );
  expect([...new Set(types)].filter((type) => !mutants.some((mutant) => mutant.type === type))).toEqual([]);
  expect(mutants.length).toBeGreaterThan(3000);
});

test('a sample: what survives is listed in docs/mutation.md', () => {
  const sample = mutants.filter((mutant, index) => index % 101 === 0 && !mutant.equivalent);
  const listed = readFileSync('docs/mutation.md', 'utf8').replaceAll('\\', '');
  const survivors = runMutants(assembly, sample, '2026-12-01', [provers(assembly)]).filter(
    ({ outcome }) => outcome === 'survived',
  );
  expect(survivors.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([]);
  expect(survivors.length).toBeLessThan(sample.length / 10);
});
