import { type Finding, formatPlace, type StackPlace } from '../../../lib/model/finding.ts';
import { applyAcknowledgements } from '../../../policies/acknowledgements/apply-acknowledgements.ts';
import type { StackTemplate } from '../../../policies/template/assembly.ts';

const finding: Finding<StackPlace> = {
  source: 'AwsSolutions',
  code: 'AwsSolutions-S1',
  title: 't',
  severity: 'high',
  where: { stack: 'a/S', file: 'f', constructPath: 'a/S/Bucket/Resource', property: 'p' },
  got: 'x',
  expected: 'y',
  fix: 'z',
};
const good = 'it is the log [owner: platform; review by: 2027-01-01]';
const stack = (id: string, path: string, reason = good): StackTemplate => ({
  id: 'a/S',
  stackName: 'S',
  file: 'f',
  template: {},
  constructPaths: {},
  acknowledgements: [{ id, path, reason }],
});
const coverage = new Map([['AwsSolutions', new Set(['a/S'])]]);
const open = (given: StackTemplate, findings = [finding]) =>
  applyAcknowledgements(findings, [given], '2026-11-21', coverage).open.map(
    ({ code, got }) => `${code}: ${got}`,
  );

test.each([
  ['on the construct', 'AwsSolutions-S1', 'a/S/Bucket'],
  ['above it, with the plugin’s name', 'AwsSolutions::AwsSolutions-S1', 'a/S'],
])('covers %s', (_name, id, path) => {
  expect(open(stack(id, path))).toEqual([]);
});

test.each([
  [
    'another construct',
    stack('AwsSolutions-S1', 'a/S/Buck'),
    [finding],
    'unused: it matches no finding any more',
  ],
  [
    'another rule',
    stack('AwsSolutions-S10', 'a/S/Bucket'),
    [finding],
    'unused: it matches no finding any more',
  ],
  [
    'nobody answering',
    stack('AwsSolutions-S1', 'a/S/Bucket', 'because'),
    [finding],
    'unaccountable: it names no owner and no review date',
  ],
  [
    'a date gone by',
    stack('AwsSolutions-S1', 'a/S/Bucket', 'it is so [owner: x; review by: 2026-11-20]'),
    [finding],
    'past-review: it was to be reviewed by 2026-11-20; x decides again',
  ],
  [
    'a control of ours',
    stack('LPO-DAT-01/key-rotation-on', 'a/S'),
    [{ ...finding, source: 'LPO' as const, code: 'LPO-DAT-01/key-rotation-on' }],
    'of-a-control: a control of ours is acknowledged; write an exception instead',
  ],
])('%s is a finding', (_name, given, findings, message) => {
  expect(open(given, findings)).toContain(`acknowledgement-${message}`);
});

test('a finding of ours stays open under an acknowledgement', () => {
  const ours = { ...finding, source: 'LPO' as const, code: 'LPO-DAT-01/key-rotation-on' };
  expect(open(stack('LPO-DAT-01/key-rotation-on', 'a/S'), [ours])).toContain('LPO-DAT-01/key-rotation-on: x');
});

const w3010 = 'CloudFormation-Validate::W3010';

test('the CDK’s own acknowledgement needs no owner, in its own words and no others', () => {
  const words =
    'Literal AZs in template are the result of accessing stack.availabilityZones, this is expected and safe';
  expect(open(stack(w3010, 'a/S', words), [])).toEqual([]);
  expect(open(stack(w3010, 'a/S', 'because'), [])).toEqual([
    'acknowledgement-unaccountable: it names no owner and no review date',
  ]);
});

test('an acknowledgement of a plugin that did not look at its stack is not called unused', () => {
  const unlooked = [
    stack(w3010, 'a/S'),
    stack('HIPAA.Security::HIPAA.Security-S3', 'a/S'),
    { ...stack('AwsSolutions-S1', 'b/S'), id: 'b/S' },
  ];
  for (const one of unlooked) expect(open(one, [])).toEqual([]);
});

test('of two that cover a finding the nearer one is used, and the other is called unused', () => {
  const above = { id: 'AwsSolutions-S1', path: 'a/S', reason: good };
  const near = { ...above, path: 'a/S/Bucket', reason: good.replace('platform', 'storage') };
  const given = { ...stack('', ''), acknowledgements: [above, near] };
  const result = applyAcknowledgements([finding], [given], '2026-11-21', coverage);
  expect(result.acknowledged.map(({ owner }) => owner)).toEqual(['storage']);
  expect(result.open.map(({ code, where }) => [code, formatPlace(where)])).toEqual([
    ['acknowledgement-unused', 'a/S'],
  ]);
});
