import fc from 'fast-check';
import type { AccessCase } from '../../../../policies/proofs/access/access-case.ts';
import type { ConcreteRequest } from '../../../../policies/proofs/evaluate-request.ts';
import { operatorNames, parseOperator } from '../../../../policies/proofs/policy/operators.ts';
import type {
  Condition,
  GlobMatch,
  Operator,
  Selector,
  Statement,
} from '../../../../policies/proofs/policy/statement.ts';

/** Random policy sets and requests over a small vocabulary, so that they meet each other often. */
const place = { stack: 'random', logicalId: '', path: '' };
const account = '111111111111';
const stranger = '222222222222';
const roleArn = `arn:aws:iam::${account}:role/reader`;

/** Keys by the kind of value they carry; `k:set` is set-valued. */
const vocabulary: Record<string, { patterns: string[]; values: string[]; operators: string[] }> = {
  'k:text': {
    patterns: ['a', 'A', 'ab', 'a*', '*b', '?b', 'a*b', '$'.concat('{*}')],
    values: ['a', 'A', 'ab', 'b', 'aab', '*', 'c'],
    operators: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringLike', 'StringNotLike'],
  },
  'k:arn': {
    patterns: [roleArn, 'arn:aws:iam::*:role/reader', 'arn:*:iam::*:role/r*', 'arn:aws:iam::1*:*/reader'],
    values: [
      roleArn,
      'arn:aws:iam::1:2:role/reader',
      'arn:aws:iam::222222222222:role/reader',
      'arn:aws:iam::1:user/reader',
      'x',
    ],
    operators: ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'],
  },
  'k:flag': { patterns: ['true', 'false'], values: ['true', 'false', 'TRUE', 'maybe'], operators: ['Bool'] },
  'k:number': {
    patterns: ['1', '1.2', '7'],
    values: ['0', '1', '1.1', '1.2', '3', '7', '8', 'x'],
    operators: operatorNames.filter((name) => name.startsWith('Numeric')),
  },
  'k:date': {
    patterns: ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    values: [
      '2025-06-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
      '2026-06-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
      'x',
    ],
    operators: operatorNames.filter((name) => name.startsWith('Date')),
  },
  'k:ip': {
    patterns: ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3', '2001:db8::/32'],
    values: ['10.0.0.1', '10.1.0.1', '10.1.2.3', '11.0.0.0', '2001:db8::1', '::1', 'x'],
    operators: ['IpAddress', 'NotIpAddress'],
  },
  'k:set': {
    patterns: ['a', 'b', 'a*'],
    values: ['a', 'b', 'ab', 'c'],
    operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
  },
};

export const isMultivalued = (key: string): boolean => key === 'k:set';

const condition: fc.Arbitrary<Condition> = fc.constantFrom(...Object.keys(vocabulary)).chain((key) => {
  const { patterns, operators } = vocabulary[key] as (typeof vocabulary)[string];
  const nullCheck = fc
    .constantFrom('true', 'false')
    .map((value): Condition => ({ key, written: key, operator: operatorOf('Null'), values: [value] }));
  const quantifiers =
    key === 'k:set' ? ['ForAllValues:', 'ForAnyValue:'] : ['', '', '', 'ForAllValues:', 'ForAnyValue:'];
  const compared = fc
    .record({
      name: fc.constantFrom(...operators),
      quantifier: fc.constantFrom(...quantifiers),
      ifExists: fc.boolean(),
      values: fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1, maxLength: 2 }),
    })
    .map(({ name, quantifier, ifExists, values }): Condition => {
      const suffix = ifExists && quantifier !== 'ForAnyValue:' ? 'IfExists' : '';
      return { key, written: key, operator: operatorOf(`${quantifier}${name}${suffix}`), values };
    });
  return fc.oneof({ weight: 1, arbitrary: nullCheck }, { weight: 5, arbitrary: compared });
});

function operatorOf(name: string): Operator {
  const operator = parseOperator(name);
  if (typeof operator === 'string') throw new Error(`${name}: ${operator}`);
  return operator;
}

const glob = (patterns: string[]): fc.Arbitrary<GlobMatch> =>
  fc.record({
    negated: fc.boolean(),
    patterns: fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1, maxLength: 2 }),
  });

const actions = ['*', 's:*', 's:Get*', 's:GetA', 's:PUT?', 't:*'];
const resources = ['*', 'r/a', 'r/*', '*/a', 'r/?'];
const conditions = fc.array(condition, { maxLength: 2 });
const selector: fc.Arbitrary<Selector> = fc.record({
  actions: glob(actions),
  resources: glob(resources),
  conditions,
});

const statement = (withPrincipal: boolean, effects: ('Allow' | 'Deny')[]): fc.Arbitrary<Statement> =>
  fc
    .record({
      selector,
      effect: fc.constantFrom(...effects),
      principals: fc.array(
        fc.constantFrom<NonNullable<Statement['principals']>[number]>(
          { kind: 'everyone' },
          { kind: 'account', account },
          { kind: 'account', account: stranger },
          { kind: 'arn', arn: roleArn },
          { kind: 'arn', arn: `arn:aws:sts::${account}:assumed-role/reader/s` },
          { kind: 'service', name: 's.amazonaws.com' },
        ),
        { minLength: 1, maxLength: 2 },
      ),
    })
    .map(({ selector: chosen, effect, principals }) => ({
      ...chosen,
      actions: chosen.actions as GlobMatch,
      effect,
      place,
      ...(withPrincipal ? { principals } : {}),
    }));

const wide: Statement = {
  effect: 'Allow',
  place,
  actions: { negated: false, patterns: ['*'] },
  resources: { negated: false, patterns: ['*'] },
  conditions: [],
};

/** Half of the policies begin with a statement that allows everything, or hardly anything would get through. */
const policy = (withPrincipal: boolean) =>
  fc
    .tuple(fc.boolean(), fc.array(statement(withPrincipal, ['Allow', 'Deny']), { maxLength: 3 }))
    .map(([open, list]): Statement[] =>
      open ? [{ ...wide, ...(withPrincipal ? { principals: [{ kind: 'everyone' }] } : {}) }, ...list] : list,
    );
const control = fc.array(statement(false, ['Deny']), { maxLength: 2 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

export const accessCase: fc.Arbitrary<AccessCase> = fc
  .record({
    caller: fc.constantFrom<AccessCase['caller']>(
      { kind: 'role', label: 'reader', arn: roleArn, account },
      { kind: 'role', label: 'stranger', account: stranger },
      { kind: 'service', label: 's', name: 's.amazonaws.com' },
      { kind: 'anonymous', label: 'anyone' },
    ),
    authority: fc.constantFrom<AccessCase['authority']>('either', 'resource'),
    identity: policy(false),
    boundary: maybe(policy(false)),
    session: maybe(policy(false)),
    resourcePolicy: policy(true),
    parentPolicy: maybe(policy(true)),
    endpoint: maybe(policy(true)),
    serviceControl: control,
    resourceControl: control,
    facts: conditions.map((known): Selector[] => [{ conditions: known }]),
  })
  .map(({ identity, boundary, session, resourcePolicy, parentPolicy, endpoint, ...rest }) => ({
    ...rest,
    resourceAccount: account,
    impossible: [],
    ...(rest.caller.account === undefined ? {} : { identity }),
    ...(boundary && { boundary }),
    ...(session && { session }),
    ...(resourcePolicy && { resourcePolicy }),
    ...(parentPolicy && { parentPolicy }),
    ...(endpoint && { endpoint }),
  }));

export const region: fc.Arbitrary<Selector> = fc.oneof(
  selector,
  conditions.map((known) => ({ conditions: known })),
);

export const request: fc.Arbitrary<ConcreteRequest> = fc
  .record({
    action: fc.constantFrom('s:getA', 's:GetB', 's:PutX', 't:GetA', 's:put'),
    resource: fc.constantFrom('r/a', 'r/b', 'r/ab', 'q/a', 'q'),
    parent: fc.constantFrom('r/a', 'r/b', 'q'),
    context: fc.record(
      Object.fromEntries(
        Object.entries(vocabulary).map(([key, { values }]) => [
          key,
          key === 'k:set'
            ? fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
            : fc.constantFrom(...values),
        ]),
      ),
      { requiredKeys: [] },
    ),
  })
  .map((made) => made as ConcreteRequest);
