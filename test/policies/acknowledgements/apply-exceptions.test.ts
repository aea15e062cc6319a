import { applyExceptions } from '../../../policies/acknowledgements/apply-exceptions.ts';
import type { Exception } from '../../../policies/acknowledgements/exception.ts';
import { controls } from '../../../policies/catalogue/catalogue.ts';
import type { Finding } from '../../../policies/catalogue/finding.ts';

const finding: Finding = {
  source: 'LPO',
  rule: 'LPO-DAT-07/object-lock-on',
  control: 'LPO-DAT-07',
  title: 't',
  severity: 'high',
  stack: 'meridian/Logs',
  file: 'f',
  constructPath: 'meridian/Logs/Bucket',
  property: 'p',
  got: 'x',
  expected: 'y',
  fix: 'z',
};
const exception: Exception = {
  rule: 'LPO-DAT-07/object-lock-on',
  path: 'meridian/Logs/Bucket',
  reason: 'a reason of some length',
  owner: 'platform',
  approver: 'security-review',
  expires: '2027-01-01',
  file: 'config/exceptions.yaml',
  line: 3,
};
const apply = (change: Partial<Exception>, of: Partial<Finding> = {}) =>
  applyExceptions([{ ...finding, ...of }], [{ ...exception, ...change }], controls, '2026-11-21');

test.each([
  ['the exact path', {}],
  ['one segment left open', { path: '*/Logs/Bucket' }],
])('covers %s', (_name, change) => {
  const { open, excepted } = apply(change);
  expect(open).toEqual([]);
  expect(excepted).toHaveLength(1);
});

test.each<[string, Partial<Exception>, Partial<Finding>, string]>([
  ['expired', { expires: '2026-11-20' }, {}, 'it expired on 2026-11-20'],
  ['approved by its owner', { approver: 'Platform' }, {}, 'platform approved it and owns it'],
  ['for another path', { path: 'meridian/Logs/Other' }, {}, 'it matches no finding any more'],
  ['for a path above', { path: 'meridian/Logs' }, {}, 'it matches no finding any more'],
  ['for a whole control', { rule: 'LPO-DAT-07' }, {}, 'it matches no finding any more'],
  [
    'for public access',
    { rule: 'LPO-DAT-02/bucket-is-private' },
    { rule: 'LPO-DAT-02/bucket-is-private' },
    'LPO-DAT-02 is absolute: nothing can except it',
  ],
  [
    'for a refuted proof',
    { rule: 'proof:region-pinned' },
    { rule: 'proof:region-pinned' },
    'a refuted proof has no exception',
  ],
])('an exception %s covers nothing and is a finding', (_name, change, of, message) => {
  const { open, excepted } = apply(change, of);
  expect(excepted).toEqual([]);
  expect(open.map(({ rule, got }) => [rule, got])).toEqual([
    [of.rule ?? finding.rule, 'x'],
    ['exception', message],
  ]);
});
