import fc from 'fast-check';
import { decide } from '../../../../policies/proofs/engine/decide.ts';
import { emitClaim, smtHeader } from '../../../../policies/proofs/smt/emit-claim.ts';
import { accessCase, isMultivalued, region } from '../engine/random-case.ts';
import { solve, withSolver } from './solver.ts';

describe('the prover against an independent solver', () => {
  withSolver('agrees on 2,000 random policy sets', () => {
    const samples = fc.sample(fc.record({ access: accessCase, wanted: region }), { numRuns: 2000, seed: 42 });
    const claims = samples.map(({ access, wanted }) => ({ region: [wanted], cases: [access] }));
    const script = claims.map((claim, index) => emitClaim(String(index), claim, isMultivalued)).join('\n');
    const answers = solve(smtHeader + script);
    expect(answers).toHaveLength(claims.length);
    const ours = claims.map((claim) =>
      decide(claim, { isMultivalued }).kind === 'proved' ? 'unsat' : 'sat',
    );
    const different = ours.flatMap((mine, index) =>
      mine === answers[index] || answers[index] === 'unknown'
        ? []
        : [{ index, mine, theirs: answers[index] }],
    );
    expect(different).toEqual([]);
    // A solver may run out of time on a few; the test must not rest on them.
    expect(answers.filter((answer) => answer === 'unknown').length).toBeLessThan(20);
    expect(answers.filter((answer) => answer === 'sat').length).toBeGreaterThan(200);
  });
});
