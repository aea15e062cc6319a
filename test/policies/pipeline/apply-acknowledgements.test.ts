import type { Finding } from '../../../policies/catalogue/finding.ts';
import { applyAcknowledgements } from '../../../policies/pipeline/apply-acknowledgements.ts';
import type { StackTemplate } from '../../../policies/template/assembly.ts';

const finding: Finding = {
  source: 'AwsSolutions',
  rule: 'AwsSolutions-S1',
  control: 'AwsSolutions-S1',
  title: 't',
  severity: 'high',
  stack: 'a/S',
  file: 'f',
  constructPath: 'a/S/Bucket/Resource',
  property: 'p',
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
const open = (given: StackTemplate, findings = [finding]) =>
  applyAcknowledgements(findings, [given], '2026-11-21', true).open.map(({ rule, got }) => `${rule}: ${got}`);

test.each([
  ['on the construct', 'AwsSolutions-S1', 'a/S/Bucket'],
  ['above it, with the plugin’s name', 'AwsSolutions::AwsSolutions-S1', 'a/S'],
])('covers %s', (_name, id, path) => {
  expect(open(stack(id, path))).toEqual([]);
});

test.each([
  ['another construct', stack('AwsSolutions-S1', 'a/S/Buck'), [finding], 'it matches no finding any more'],
  ['another rule', stack('AwsSolutions-S10', 'a/S/Bucket'), [finding], 'it matches no finding any more'],
  [
    'nobody answering',
    stack('AwsSolutions-S1', 'a/S/Bucket', 'because'),
    [finding],
    'it names no owner and no review date',
  ],
  [
    'a date gone by',
    stack('AwsSolutions-S1', 'a/S/Bucket', 'it is so [owner: x; review by: 2026-11-20]'),
    [finding],
    'it was to be reviewed by 2026-11-20',
  ],
  [
    'a control of ours',
    stack('LPO-DAT-01/key-rotation-on', 'a/S'),
    [{ ...finding, source: 'LPO' as const, rule: 'LPO-DAT-01/key-rotation-on' }],
    'a control of ours is acknowledged; write an exception instead',
  ],
])('%s is a finding', (_name, given, findings, message) => {
  expect(open(given, findings)).toContain(`acknowledgement: ${message}`);
});

test('a finding of ours stays open under an acknowledgement', () => {
  const ours = { ...finding, source: 'LPO' as const, rule: 'LPO-DAT-01/key-rotation-on' };
  expect(open(stack('LPO-DAT-01/key-rotation-on', 'a/S'), [ours])).toContain('LPO-DAT-01/key-rotation-on: x');
});
