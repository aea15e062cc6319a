import type { Check } from '../../../policies/authoring/check.ts';
import { exampleAssembly, exampleResource } from '../../../policies/authoring/fixtures/example.ts';
import { catalogueFacts, controls } from '../../../policies/catalogue/catalogue.ts';
import { judgeAssembly, judgeResource, ruleId } from '../../../policies/catalogue/judge.ts';
import { AssemblyView } from '../../../policies/template/assembly-view.ts';

type Outcome = 'supported' | 'not applicable' | 'found';

/** Every example of every check: good must come back supported, never "did not look"; bad must be found. */
function outcomes(check: Check, kind: 'good' | 'bad'): [string, Outcome, string][] {
  const verdicts =
    check.scope === 'resource'
      ? Object.entries(check[kind]).map(
          ([name, example]) =>
            [name, judgeResource(check, exampleResource(example), catalogueFacts)] as const,
        )
      : Object.entries(check[kind]).map(
          ([name, example]) =>
            [name, judgeAssembly(check, new AssemblyView(exampleAssembly(example)), catalogueFacts)] as const,
        );
  return verdicts.map(([name, verdict]) => [
    name,
    verdict === 'not applicable' ? verdict : verdict.length > 0 ? 'found' : 'supported',
    JSON.stringify(verdict),
  ]);
}

const checks = controls.flatMap((control) => control.checks.map((check) => [ruleId(check), check] as const));

describe.each(checks)('%s', (_rule, check) => {
  const good = outcomes(check, 'good');
  const bad = outcomes(check, 'bad');

  test('has good and bad examples', () => {
    expect(good.length).toBeGreaterThan(0);
    expect(bad.length).toBeGreaterThan(0);
  });

  test.each(good)('good: %s', (_name, outcome, verdict) => {
    expect([outcome, verdict]).toEqual(['supported', '[]']);
  });

  test.each(bad)('bad: %s', (_name, outcome, verdict) => {
    expect(outcome).toBe('found');
    expect(verdict).not.toContain('not decidable');
  });
});

describe('sabotage', () => {
  test.each(checks)('%s: "supported" for everything turns an example red', (_rule, check) => {
    const blind = { ...check, judge: () => [] } as Check;
    expect(outcomes(blind, 'bad').some(([, outcome]) => outcome !== 'found')).toBe(true);
  });

  test.each(checks)('%s: "not applicable" for everything turns an example red', (_rule, check) => {
    const blind = { ...check, judge: () => 'not applicable' } as Check;
    expect(outcomes(blind, 'good').some(([, outcome]) => outcome !== 'supported')).toBe(true);
  });
});
