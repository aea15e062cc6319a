import { rules } from '../../../../lib/gates/rules.ts';
import { waiverRules } from '../../../../lib/gates/waivers/waiver-rules.ts';
import { explain } from '../../../../lib/operations/explain/explain.ts';
import { families } from '../../../../lib/operations/explain/families.ts';
import { controls } from '../../../../policies/catalogue/catalogue.ts';
import { allJobs } from '../../../../policies/proofs/all-jobs.ts';
import { allStatements } from '../../../../policies/proofs/all-statements.ts';

const ids = families.flatMap((family) => family.ids().map((id) => [id, family.name] as const));

test('no id is of two families', () => {
  expect(new Set(ids.map(([id]) => id)).size).toBe(ids.length);
});

test('every id is explained, in lines of a terminal but for links', () => {
  for (const [id] of ids) {
    const lines = explain(id).split('\n');
    expect(lines[0]?.startsWith(`${id}  `)).toBe(true);
    expect(lines.filter((line) => line.length > 80 && !/https:\S+$/.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(5);
  }
});

test('what the program prints as a code is known: controls, their checks, gates, waivers, jobs, proofs', () => {
  const codes = [
    ...controls.flatMap(({ id, checks }) => [id, ...checks.map(({ name }) => `${id}/${name}`)]),
    ...[...rules, ...waiverRules].map(({ id }) => id),
    ...allJobs.map(({ id }) => id),
    ...allStatements.map(({ id }) => `proof:${id}`),
  ];
  expect(codes.length).toBeGreaterThan(300);
  for (const code of codes) expect(explain(code)).not.toBe('');
});

test.each<[string, readonly string[]]>([
  ['PPL-R07', ['An assignment ends when its matter closes', 'waiver      possible', 'LPO-PPL-04']],
  ['CAP-R01', ['quotas of AWS', 'waiver      none']],
  ['GOV-R05', ['docs/gates.md']],
  ['iam-roles', ['Roles per account', '1,000 roles', 'up to 10,000', 'reference_iam-quotas.html']],
  ['people-sign-in', ['a job:', 'policies/jobs/people-sign-in.ts', '--statement people-sign-in']],
  ['proof:kill-switch-only-takes-away', ['no request does this', 'policies/proofs/statements/']],
])('%s', (id, parts) => {
  const text = explain(id);
  for (const part of parts) expect(text).toContain(part);
});

test.each([
  ['ppl-r07', 'did you mean "PPL-R07"?'],
  ['LPO-DAT-1', 'did you mean "LPO-DAT-01"?'],
  ['people-signs-in', 'did you mean "people-sign-in"?'],
  ['lambda', 'did you mean "lambda-'],
  ['what', 'docs/gates.md'],
])('an id that is none, %s, is refused: %s', (id, fix) => {
  expect(() => explain(id)).toThrow(fix);
  expect(() => explain(id)).toThrow('gates, such as ');
});
