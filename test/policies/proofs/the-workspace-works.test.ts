import { allStatements } from '../../../policies/proofs/all-statements.ts';
import { isMultivalued } from '../../../policies/proofs/aws/context-keys.ts';
import { proveAssembly } from '../../../policies/proofs/prove-assembly.ts';
import { isProved } from '../../../policies/proofs/report/conclusion.ts';
import { emitClaim, smtHeader } from '../../../policies/proofs/smt/emit-claim.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { solve, withSolver } from './smt/solver.ts';

let assembly: Assembly;
beforeAll(() => {
  assembly = exampleAssembly();
});

// What is closed and what opens: policies/proofs/statements and policies/jobs.
test('every statement is proved about both shipped vendors, and none is skipped', () => {
  const report = proveAssembly(assembly);
  expect(report.failures).toEqual([]);
  expect(report.results.filter(({ verdict }) => verdict.kind !== 'proved')).toEqual([]);
  expect(isProved(report)).toBe(true);
  for (const vendor of ['luzon', 'meridian']) {
    const decided = new Set(
      report.results.filter(({ world }) => world === vendor).map(({ statement }) => statement.id),
    );
    expect([...decided].sort()).toEqual(allStatements.map(({ id }) => id).sort());
  }
});

describe('the shipped statements before an independent solver', () => {
  withSolver('every claim is unsat, for callers spread over all there are', () => {
    const report = proveAssembly({
      ...assembly,
      stacks: assembly.stacks.filter(({ id }) => id.startsWith('meridian/')),
    });
    const claims = report.results.flatMap(({ claim }) => claim ?? []);
    expect(claims.length).toBeGreaterThan(100);
    // All cases of all claims are some thousands and take a solver minutes: one of each, not always the same.
    const scripts = claims.map(({ cases, ...claim }, index) => {
      const some = cases[(index * 7) % cases.length];
      return emitClaim(`${index}`, { ...claim, cases: some === undefined ? [] : [some] }, isMultivalued);
    });
    const answers = solve(smtHeader + scripts.join('\n'));
    expect(answers).toHaveLength(claims.length);
    expect(answers.filter((answer) => answer === 'sat')).toEqual([]);
    // Out of time is not a disagreement, but it must stay rare.
    expect(answers.filter((answer) => answer !== 'unsat').length).toBeLessThan(claims.length / 10);
  });
});
