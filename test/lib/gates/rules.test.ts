import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gateContexts } from '../../../lib/gates/gate-contexts.ts';
import { eligiblePeople } from '../../../lib/gates/people/eligible-people.ts';
import { rules } from '../../../lib/gates/rules.ts';
import { waiverRules } from '../../../lib/gates/waivers/waiver-rules.ts';
import { capacityCases } from './cases/capacity-cases.ts';
import { conflictCases } from './cases/conflict-cases.ts';
import { diligenceCases } from './cases/diligence-cases.ts';
import { engagementCases } from './cases/engagement-cases.ts';
import { governanceCases } from './cases/governance-cases.ts';
import { mechanismCases } from './cases/mechanism-cases.ts';
import { peopleCases } from './cases/people-cases.ts';
import { personConflictCases } from './cases/person-conflict-cases.ts';
import { specialTransferCases } from './cases/special-transfer-cases.ts';
import { waiverCases } from './cases/waiver-cases.ts';
import { draft, hitsOf, type RuleCase } from './draft.ts';

const cases: RuleCase[] = [
  ...mechanismCases,
  ...specialTransferCases,
  ...engagementCases,
  ...diligenceCases,
  ...peopleCases,
  ...governanceCases,
  ...capacityCases,
  ...conflictCases,
  ...personConflictCases,
  ...waiverCases,
];

describe.each(cases.map((one) => [`${one.rule} ${one.name}`, one] as const))('%s', (_name, one) => {
  test('is found', () => {
    const changed = draft();
    one.bad(changed);
    const hits = hitsOf(one.rule, changed, one.asOf);
    expect(hits.map(({ severity }) => severity)).toContain(one.severity ?? 'high');
    if (one.says) expect(hits.map(({ got }) => got).join('\n')).toContain(one.says);
  });

  test('is not found where there is nothing to find', () => {
    const changed = draft();
    one.good(changed);
    expect(hitsOf(one.rule, changed, one.asOf)).toEqual([]);
  });
});

describe('the rules', () => {
  const everything = [...rules, ...waiverRules];

  test('have a violating and a passing configuration each', () => {
    const tested = new Set(cases.map(({ rule }) => rule));
    expect(everything.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
  });

  test('have ids of their own', () => {
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
  });

  test('are all in the list, and their files bear their ids', () => {
    const folder = join(import.meta.dirname, '../../../lib/gates');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => /(?:^|\/)([a-z]{3}-r\d\d)-[a-z-]+\.ts$/.exec(file)?.[1]?.toUpperCase())
      .filter((id) => id !== undefined)
      .sort();
    expect(rules.map(({ id }) => id)).toEqual(files);
  });

  test.each(everything.map((rule) => [rule.id, rule] as const))(
    '%s carries source, date and review',
    (_id, rule) => {
      expect(rule.source.citation.length).toBeGreaterThan(5);
      expect(rule.source.asOf < rule.source.reviewBy).toBe(true);
      // Nothing unsure may block.
      if (rule.source.confidence === 'L') expect(rule.severity).toBe('medium');
    },
  );
});

test('a closed matter is one finding, however many people are assigned to it, and takes each of them out', () => {
  const changed = draft();
  changed.litigation.closeDate = '2026-11-20';
  expect(hitsOf('PPL-R07', changed)).toHaveLength(1);
  const [, context] = gateContexts(changed.config, '2026-11-21');
  expect(context && eligiblePeople(context).has('m-7f3a9c')).toBe(false);
  changed.meridian.people.splice(1);
  expect(hitsOf('PPL-R07', changed).map(({ got }) => got)).toEqual([
    'p-51ce08: until 2027-11-15, m-7f3a9c closes on 2026-11-20',
  ]);
});

test('the shipped configuration passes without a single finding', () => {
  const shipped = draft();
  expect([...rules, ...waiverRules].flatMap(({ id }) => hitsOf(id, shipped))).toEqual([]);
});
