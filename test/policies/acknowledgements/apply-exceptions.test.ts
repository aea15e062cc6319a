import type { Exception } from '../../../lib/model/exception.ts';
import { type Finding, formatPlace } from '../../../lib/model/finding.ts';
import { applyExceptions } from '../../../policies/acknowledgements/apply-exceptions.ts';
import { controls } from '../../../policies/catalogue/catalogue.ts';

const finding: Finding = {
  source: 'LPO',
  code: 'LPO-DAT-07/object-lock-on',
  title: 't',
  severity: 'high',
  where: { stack: 'meridian/Logs', file: 'f', constructPath: 'meridian/Logs/Bucket', property: 'p' },
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
  ['expired', { expires: '2026-11-20' }, {}, 'expired: it expired on 2026-11-20'],
  ['approved by its owner', { approver: 'Platform' }, {}, 'self-approved: platform approved it and owns it'],
  ['for another path', { path: 'meridian/Logs/Other' }, {}, 'unused: it matches no finding any more'],
  ['for a path above', { path: 'meridian/Logs' }, {}, 'unused: it matches no finding any more'],
  ['for a whole control', { rule: 'LPO-DAT-07' }, {}, 'unused: it matches no finding any more'],
  [
    'for public access',
    { rule: 'LPO-DAT-02/bucket-is-private' },
    { code: 'LPO-DAT-02/bucket-is-private' },
    'of-an-absolute-control: LPO-DAT-02 is absolute: nothing can except it',
  ],
  [
    'for a refuted proof',
    { rule: 'proof:region-pinned' },
    { code: 'proof:region-pinned' },
    'of-a-proof: a refuted proof has no exception',
  ],
])('an exception %s covers nothing and is a finding', (_name, change, of, message) => {
  const { open, excepted } = apply(change, of);
  expect(excepted).toEqual([]);
  const [kind, ...rest] = message.split(': ');
  const rule = change.rule ?? exception.rule;
  expect(open.map(({ code, got, where }) => [code, got, formatPlace(where)])).toEqual([
    [of.code ?? finding.code, 'x', 'meridian/Logs/Bucket'],
    [
      `exception-${kind}`,
      `${rule} at ${change.path ?? exception.path}: ${rest.join(': ')}`,
      'config/exceptions.yaml:3',
    ],
  ]);
});

test.each<[string, string, readonly string[], readonly string[]]>([
  ['of a stage that was not built', 'meridian/Logs/Bucket', ['meridian'], []],
  ['of any stage, while one was not built', '*/Logs/Bucket', ['luzon'], []],
  ['of a stage that was built', 'meridian/Logs/Bucket', ['luzon'], ['exception-unused']],
  ['of any stage, while all were built', '*/Logs/Bucket', [], ['exception-unused']],
])('an exception that matches nothing, %s', (_name, path, absent, codes) => {
  const { open } = applyExceptions([], [{ ...exception, path }], controls, '2026-11-21', absent);
  expect(open.map(({ code }) => code)).toEqual(codes);
});

test('of a stage that was not built, an expired exception is a finding all the same', () => {
  const late = { ...exception, expires: '2026-11-20' };
  const { open } = applyExceptions([], [late], controls, '2026-11-21', ['meridian']);
  expect(open.map(({ code }) => code)).toEqual(['exception-expired']);
});
