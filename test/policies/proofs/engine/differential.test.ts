import fc from 'fast-check';
import type { AccessCase } from '../../../../policies/proofs/access/access-case.ts';
import { fact } from '../../../../policies/proofs/cases/fact.ts';
import { decide, prepare } from '../../../../policies/proofs/engine/decide.ts';
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

  test('never claims that all requests are allowed where one of many random ones is refused', () => {
    const seen = { possible: 0, impeded: 0 };
    fc.assert(
      fc.property(
        accessCase,
        region,
        fc.array(request, { minLength: 60, maxLength: 60 }),
        (access, wanted, requests) => {
          const demand = { access, region: [wanted] };
          const verdict = prepare([], [demand], { isMultivalued }).require(demand);
          expect(verdict.kind).not.toBe('unknown');
          if (verdict.kind === 'unknown') return;
          seen[verdict.kind]++;
          if (verdict.kind === 'impeded') return;
          const stated = new Set(
            [wanted, ...access.facts].flatMap(({ conditions }) => conditions.map(({ key }) => key)),
          );
          const refused = requests
            // A key that nobody states is absent in a demand.
            .map(({ context, ...asked }) => ({
              ...asked,
              context: Object.fromEntries(Object.entries(context).filter(([key]) => stated.has(key))),
            }))
            .filter(
              (asked) =>
                matchesAny(wanted.actions, asked.action, asked, true) &&
                matchesAny(wanted.resources, asked.resource, asked) &&
                showsAll(
                  [...wanted.conditions, ...access.facts.flatMap((known) => known.conditions)],
                  asked,
                ) &&
                !evaluateRequest(access, asked).allowed,
            );
          // A key of a fact alone may be absent or not: only requests that leave it out as a demand does count.
          const whole = refused.filter(({ context }) =>
            access.facts
              .flatMap(({ conditions }) => conditions.map(({ key }) => key))
              .every((key) => wanted.conditions.some((own) => own.key === key) || context[key] === undefined),
          );
          expect(whole).toEqual([]);
        },
      ),
      { numRuns: 3000, seed: 20261127 },
    );
    expect(seen.possible).toBeGreaterThan(100);
    expect(seen.impeded).toBeGreaterThan(300);
  });

  test('with keys that may be shown, never calls possible what one of many random requests with any of them refutes', () => {
    const seen = { possible: 0, impeded: 0 };
    fc.assert(
      fc.property(
        accessCase,
        region,
        fc.array(request, { minLength: 60, maxLength: 60 }),
        (access, wanted, requests) => {
          const demand = { access, region: [wanted], mayShow: () => true };
          const verdict = prepare([], [demand], { isMultivalued }).require(demand);
          expect(verdict.kind).not.toBe('unknown');
          if (verdict.kind === 'unknown') return;
          seen[verdict.kind]++;
          if (verdict.kind === 'impeded') return;
          const conditions = [...wanted.conditions, ...access.facts.flatMap((known) => known.conditions)];
          const refused = requests.filter(
            (asked) =>
              matchesAny(wanted.actions, asked.action, asked, true) &&
              matchesAny(wanted.resources, asked.resource, asked) &&
              showsAll(conditions, asked) &&
              !evaluateRequest(access, asked).allowed,
          );
          expect(refused).toEqual([]);
        },
      ),
      { numRuns: 2000, seed: 20261128 },
    );
    expect(seen.possible).toBeGreaterThan(50);
    expect(seen.impeded).toBeGreaterThan(300);
  });

  test('a key is asked about for the actions that may show it, and for no other', () => {
    const deny = (action: string) => ({
      effect: 'Deny' as const,
      place: { stack: '', logicalId: '', path: '' },
      actions: { negated: false, patterns: [action] },
      conditions: [fact('Null', 'k:text', 'false')],
    });
    const asked = (action: string) => {
      const access: AccessCase = {
        caller: { kind: 'role', label: 'reader', arn: 'arn:aws:iam::1:role/reader', account: '1' },
        resourceAccount: '1',
        authority: 'either',
        identity: [{ ...deny('*'), effect: 'Allow', conditions: [] }, deny(action)],
        serviceControl: [],
        resourceControl: [],
        facts: [],
        impossible: [],
      };
      const region = [{ actions: { negated: false, patterns: ['s:Get', 's:Put'] }, conditions: [] }];
      const demand = { access, region, mayShow: (one: string) => one === 's:Put' };
      return prepare([], [demand], { isMultivalued }).require(demand).kind;
    };
    expect([asked('s:Get'), asked('s:Put'), asked('s:*')]).toEqual(['possible', 'impeded', 'impeded']);
  });
});
