import fc from 'fast-check';
import { decide } from '../../../../policies/proofs/engine/decide.ts';
import { evaluateRequest, matchesAny, showsAll } from '../../../../policies/proofs/evaluate-request.ts';
import { accessCase, isMultivalued, region, request } from './random-case.ts';

describe('the prover against the evaluator of single requests', () => {
  test('never claims proof where one of many random requests gets through', () => {
    const seen = { proved: 0, refuted: 0 };
    fc.assert(
      fc.property(
        accessCase,
        region,
        fc.array(request, { minLength: 60, maxLength: 60 }),
        (access, wanted, requests) => {
          const verdict = decide({ region: [wanted], cases: [access] }, { isMultivalued });
          expect(verdict.kind).not.toBe('unknown');
          if (verdict.kind === 'unknown') return;
          seen[verdict.kind]++;
          const through = requests.filter(
            (asked) =>
              matchesAny(wanted.actions, asked.action, asked, true) &&
              matchesAny(wanted.resources, asked.resource, asked) &&
              showsAll([...wanted.conditions, ...access.facts.flatMap((known) => known.conditions)], asked) &&
              evaluateRequest(access, asked).allowed,
          );
          if (verdict.kind === 'proved') expect(through).toEqual([]);
        },
      ),
      { numRuns: 3000, seed: 20261121 },
    );
    // Both answers must occur often, or the test shows nothing.
    expect(seen.proved).toBeGreaterThan(300);
    expect(seen.refuted).toBeGreaterThan(300);
  });
});
