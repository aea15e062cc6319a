import type { AccessCase, Authority, Caller } from '../../../../policies/proofs/access/access-case';
import { isMultivalued } from '../../../../policies/proofs/aws/context-keys';
import { fact } from '../../../../policies/proofs/cases/fact';
import { decide } from '../../../../policies/proofs/engine/decide';
import { evaluateRequest } from '../../../../policies/proofs/evaluate-request';
import { parsePolicy } from '../../../../policies/proofs/policy/parse-policy';
import type { Statement } from '../../../../policies/proofs/policy/statement';

/**
 * What AWS documents about policy evaluation, row by row, with the page that says it. Each row runs through
 * the evaluator of single requests and through the prover, which must agree with the page and each other.
 */
interface Row {
  readonly says: string;
  readonly source: string;
  readonly allowed: boolean;
  /** Documents of the layers; `identity` is absent for callers without one. */
  readonly identity?: object[];
  readonly boundary?: object[];
  readonly session?: object[];
  readonly resource?: object[];
  readonly endpoint?: object[];
  readonly scp?: object[];
  readonly rcp?: object[];
  readonly caller?: Caller;
  readonly authority?: Authority;
  readonly context?: Record<string, string | string[]>;
  readonly action?: string;
  readonly arn?: string;
}

const account = '111122223333';
const foreign = '444455556666';
const arn = `arn:aws:iam::${account}:role/reader`;
const reader: Caller = { kind: 'role', label: 'reader', arn, account };
const stranger: Caller = {
  kind: 'role',
  label: 'stranger',
  arn: `arn:aws:iam::${foreign}:role/reader`,
  account: foreign,
};
const service: Caller = { kind: 'service', label: 'service', name: 'cloudtrail.amazonaws.com' };
const anonymous: Caller = { kind: 'anonymous', label: 'anonymous' };

const allow = (extra: object = {}) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...extra });
const deny = (extra: object = {}) => ({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', ...extra });
const to = (principal: unknown, extra: object = {}) => allow({ Principal: principal, ...extra });
const when = (condition: object) => ({ Condition: condition });

const logic = 'IAM User Guide: Policy evaluation logic';
const cross = 'IAM User Guide: Cross-account policy evaluation logic';
const boundaries = 'IAM User Guide: Permissions boundaries for IAM entities';
const operators = 'IAM User Guide: IAM JSON policy elements: Condition operators';
const sets = 'IAM User Guide: Set operators for multi-valued context keys';
const actions = 'IAM User Guide: IAM JSON policy elements: Action';
const resources = 'IAM User Guide: IAM JSON policy elements: Resource';
const principals = 'IAM User Guide: AWS JSON policy elements: Principal';
const variables = 'IAM User Guide: IAM policy elements: Variables and tags';
const kms = 'KMS Developer Guide: Key policies in AWS KMS';
const scps = 'Organizations User Guide: Service control policies';
const rcps = 'Organizations User Guide: Resource control policies';
const vpce = 'PrivateLink Guide: Control access to VPC endpoints using endpoint policies';

const rows: readonly Row[] = [
  { says: 'nothing is allowed by default', source: logic, identity: [], allowed: false },
  { says: 'an identity policy grants in its own account', source: logic, identity: [allow()], allowed: true },
  {
    says: 'a resource policy grants in its own account',
    source: logic,
    identity: [],
    resource: [to({ AWS: arn })],
    allowed: true,
  },
  {
    says: 'a resource policy for the account leaves it to identity policies',
    source: principals,
    identity: [],
    resource: [to({ AWS: account })],
    allowed: false,
  },
  { says: 'an explicit deny wins over an allow', source: logic, identity: [allow(), deny()], allowed: false },
  {
    says: 'a deny in the resource policy wins',
    source: logic,
    identity: [allow()],
    resource: [deny({ Principal: '*' })],
    allowed: false,
  },
  {
    says: 'across accounts identity alone is not enough',
    source: cross,
    caller: stranger,
    identity: [allow()],
    allowed: false,
  },
  {
    says: 'across accounts the resource alone is not enough',
    source: cross,
    caller: stranger,
    identity: [],
    resource: [to({ AWS: stranger.arn })],
    allowed: false,
  },
  {
    says: 'across accounts both sides allow',
    source: cross,
    caller: stranger,
    identity: [allow()],
    resource: [to({ AWS: foreign })],
    allowed: true,
  },
  {
    says: "across accounts even Principal * needs the caller's side",
    source: cross,
    caller: stranger,
    identity: [],
    resource: [to('*')],
    allowed: false,
  },
  {
    says: 'Principal * lets in the anonymous',
    source: principals,
    caller: anonymous,
    resource: [to('*')],
    allowed: true,
  },
  {
    says: 'an account is not the anonymous',
    source: principals,
    caller: anonymous,
    resource: [to({ AWS: account })],
    allowed: false,
  },
  {
    says: 'a service needs its name in the resource policy',
    source: principals,
    caller: service,
    resource: [to({ Service: 'cloudtrail.amazonaws.com' })],
    allowed: true,
  },
  {
    says: 'another service is not it',
    source: principals,
    caller: service,
    resource: [to({ Service: 'config.amazonaws.com' })],
    allowed: false,
  },
  {
    says: 'a boundary limits identity policies',
    source: boundaries,
    identity: [allow()],
    boundary: [allow({ Action: 's3:PutObject' })],
    allowed: false,
  },
  {
    says: 'a boundary grants nothing',
    source: boundaries,
    identity: [],
    boundary: [allow()],
    allowed: false,
  },
  {
    says: 'a boundary limits what a resource policy gives the role by its ARN',
    source: boundaries,
    identity: [],
    boundary: [],
    resource: [to({ AWS: arn })],
    allowed: false,
  },
  {
    says: 'a boundary does not limit a grant to the session ARN',
    source: boundaries,
    identity: [],
    boundary: [],
    resource: [to({ AWS: `arn:aws:sts::${account}:assumed-role/reader/s` })],
    allowed: true,
  },
  {
    says: 'a session policy limits the session',
    source: logic,
    identity: [allow()],
    session: [],
    allowed: false,
  },
  {
    says: 'an SCP that denies binds roles',
    source: scps,
    identity: [allow()],
    scp: [deny()],
    allowed: false,
  },
  {
    says: 'an RCP that denies binds the resource',
    source: rcps,
    identity: [allow()],
    rcp: [deny({ Principal: '*' })],
    allowed: false,
  },
  { says: 'an endpoint policy must allow', source: vpce, identity: [allow()], endpoint: [], allowed: false },
  {
    says: 'an endpoint policy alone grants nothing',
    source: vpce,
    identity: [],
    endpoint: [to('*')],
    allowed: false,
  },
  { says: 'both together grant', source: vpce, identity: [allow()], endpoint: [to('*')], allowed: true },
  {
    says: 'without a statement for the account IAM policies have no effect on a key',
    source: kms,
    authority: 'resource',
    identity: [allow()],
    resource: [],
    allowed: false,
  },
  {
    says: 'a statement for the account gives IAM policies their effect',
    source: kms,
    authority: 'resource',
    identity: [allow()],
    resource: [to({ AWS: `arn:aws:iam::${account}:root` })],
    allowed: true,
  },
  {
    says: 'the account statement alone gives a role nothing',
    source: kms,
    authority: 'resource',
    identity: [],
    resource: [to({ AWS: account })],
    allowed: false,
  },
  {
    says: 'a key policy can name a role without any identity policy',
    source: kms,
    authority: 'resource',
    identity: [],
    resource: [to({ AWS: arn })],
    allowed: true,
  },
  {
    says: 'another account needs its own IAM policy for a key',
    source: kms,
    authority: 'resource',
    caller: stranger,
    identity: [],
    resource: [to({ AWS: foreign })],
    allowed: false,
  },
  {
    says: 'actions are not case-sensitive',
    source: actions,
    identity: [allow({ Action: 'S3:getOBJECT' })],
    allowed: true,
  },
  {
    says: '* matches within an action',
    source: actions,
    identity: [allow({ Action: 's3:Get*' })],
    allowed: true,
  },
  {
    says: '? matches one character',
    source: actions,
    identity: [allow({ Action: 's3:GetObjec?' })],
    allowed: true,
  },
  {
    says: 'NotAction matches everything else',
    source: 'IAM User Guide: NotAction',
    identity: [allow({ NotAction: 's3:Put*', Action: undefined })],
    allowed: true,
  },
  {
    says: 'NotAction excludes what it lists',
    source: 'IAM User Guide: NotAction',
    identity: [allow({ NotAction: 's3:Get*', Action: undefined })],
    allowed: false,
  },
  {
    says: 'resources are case-sensitive',
    source: resources,
    identity: [allow({ Resource: 'arn:aws:s3:::BUCKET/*' })],
    allowed: false,
  },
  {
    says: '* crosses slashes',
    source: resources,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/*' })],
    arn: 'arn:aws:s3:::bucket/a/b',
    allowed: true,
  },
  {
    says: 'bucket/* is not the bucket',
    source: resources,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/*' })],
    arn: 'arn:aws:s3:::bucket',
    allowed: false,
  },
  {
    says: 'NotResource matches everything else',
    source: 'IAM User Guide: NotResource',
    identity: [allow({ NotResource: 'arn:aws:s3:::other/*', Resource: undefined })],
    allowed: true,
  },
  {
    says: 'StringEquals is exact',
    source: operators,
    identity: [allow(when({ StringEquals: { k: 'a*' } }))],
    context: { k: 'ab' },
    allowed: false,
  },
  {
    says: 'StringLike takes wildcards',
    source: operators,
    identity: [allow(when({ StringLike: { k: 'a*' } }))],
    context: { k: 'ab' },
    allowed: true,
  },
  {
    says: 'StringEquals is case-sensitive',
    source: operators,
    identity: [allow(when({ StringEquals: { k: 'A' } }))],
    context: { k: 'a' },
    allowed: false,
  },
  {
    says: 'StringEqualsIgnoreCase is not',
    source: operators,
    identity: [allow(when({ StringEqualsIgnoreCase: { k: 'A' } }))],
    context: { k: 'a' },
    allowed: true,
  },
  {
    says: 'key names are not case-sensitive',
    source: 'IAM User Guide: Condition',
    identity: [allow(when({ StringEquals: { K: 'a' } }))],
    context: { k: 'a' },
    allowed: true,
  },
  {
    says: 'values of one key are alternatives',
    source: 'IAM User Guide: Conditions with multiple context keys or values',
    identity: [allow(when({ StringEquals: { k: ['a', 'b'] } }))],
    context: { k: 'b' },
    allowed: true,
  },
  {
    says: 'keys are a conjunction',
    source: 'IAM User Guide: Conditions with multiple context keys or values',
    identity: [allow(when({ StringEquals: { k: 'a', l: 'b' } }))],
    context: { k: 'a' },
    allowed: false,
  },
  {
    says: 'negated values are all excluded',
    source: 'IAM User Guide: Conditions with multiple context keys or values',
    identity: [allow(when({ StringNotEquals: { k: ['a', 'b'] } }))],
    context: { k: 'b' },
    allowed: false,
  },
  {
    says: 'a positive operator does not hold on an absent key',
    source: operators,
    identity: [allow(when({ StringEquals: { k: 'a' } }))],
    allowed: false,
  },
  {
    says: 'a negated operator holds on an absent key',
    source: operators,
    identity: [allow(when({ StringNotEquals: { k: 'a' } }))],
    allowed: true,
  },
  {
    says: 'IfExists holds on an absent key',
    source: operators,
    identity: [allow(when({ StringEqualsIfExists: { k: 'a' } }))],
    allowed: true,
  },
  {
    says: 'StringNotEqualsIfExists in a Deny binds on an absent key',
    source: operators,
    identity: [allow(), deny(when({ StringNotEqualsIfExists: { k: 'a' } }))],
    allowed: false,
  },
  {
    says: 'Bool false in a Deny does not bind on an absent key',
    source: 'IAM User Guide: AWS global condition context keys (aws:MultiFactorAuthPresent)',
    identity: [allow(), deny(when({ Bool: { k: 'false' } }))],
    allowed: true,
  },
  {
    says: 'BoolIfExists false in a Deny binds on an absent key',
    source: 'IAM User Guide: AWS global condition context keys (aws:MultiFactorAuthPresent)',
    identity: [allow(), deny(when({ BoolIfExists: { k: 'false' } }))],
    allowed: false,
  },
  {
    says: 'Null true holds on an absent key',
    source: operators,
    identity: [allow(when({ Null: { k: 'true' } }))],
    allowed: true,
  },
  {
    says: 'Null false holds on a present key',
    source: operators,
    identity: [allow(when({ Null: { k: 'false' } }))],
    context: { k: 'a' },
    allowed: true,
  },
  {
    says: 'NumericLessThan compares numbers',
    source: operators,
    identity: [allow(when({ NumericLessThan: { k: '10' } }))],
    context: { k: '9' },
    allowed: true,
  },
  {
    says: 'NumericLessThan is strict',
    source: operators,
    identity: [allow(when({ NumericLessThan: { k: '10' } }))],
    context: { k: '10.0' },
    allowed: false,
  },
  {
    says: 'DateGreaterThan compares instants',
    source: operators,
    identity: [allow(when({ DateGreaterThan: { k: '2026-01-01T00:00:00Z' } }))],
    context: { k: '2026-01-01T01:30:00+01:00' },
    allowed: true,
  },
  {
    says: 'IpAddress takes a range',
    source: operators,
    identity: [allow(when({ IpAddress: { k: '10.0.0.0/8' } }))],
    context: { k: '10.200.0.1' },
    allowed: true,
  },
  {
    says: 'NotIpAddress excludes it',
    source: operators,
    identity: [allow(when({ NotIpAddress: { k: '10.0.0.0/8' } }))],
    context: { k: '10.200.0.1' },
    allowed: false,
  },
  {
    says: 'ArnLike matches component by component',
    source: operators,
    identity: [allow(when({ ArnLike: { k: 'arn:aws:iam::*:role/x' } }))],
    context: { k: 'arn:aws:iam::1:2:role/x' },
    allowed: false,
  },
  {
    says: 'ArnEquals takes wildcards as ArnLike does',
    source: operators,
    identity: [allow(when({ ArnEquals: { k: 'arn:aws:iam::*:role/x' } }))],
    context: { k: 'arn:aws:iam::1:role/x' },
    allowed: true,
  },
  {
    says: 'ForAllValues holds on an absent key',
    source: sets,
    identity: [allow(when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }))],
    allowed: true,
  },
  {
    says: 'ForAllValues asks every value',
    source: sets,
    identity: [allow(when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }))],
    context: { 'aws:tagkeys': ['a', 'b'] },
    allowed: false,
  },
  {
    says: 'ForAnyValue does not hold on an absent key',
    source: sets,
    identity: [allow(when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }))],
    allowed: false,
  },
  {
    says: 'ForAnyValue asks for one value',
    source: sets,
    identity: [allow(when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }))],
    context: { 'aws:tagkeys': ['a', 'b'] },
    allowed: true,
  },
  {
    says: 'ForAnyValue with a negated operator asks for one other value',
    source: sets,
    identity: [allow(when({ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } }))],
    context: { 'aws:tagkeys': ['a', 'b'] },
    allowed: true,
  },
  {
    says: 'a variable stands for the value of its key',
    source: variables,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/$'.concat('{aws:PrincipalTag/team}/*') })],
    context: { 'aws:principaltag/team': 'red' },
    arn: 'arn:aws:s3:::bucket/red/x',
    allowed: true,
  },
  {
    says: 'another value does not match',
    source: variables,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/$'.concat('{aws:PrincipalTag/team}/*') })],
    context: { 'aws:principaltag/team': 'red' },
    arn: 'arn:aws:s3:::bucket/blue/x',
    allowed: false,
  },
  {
    says: 'a wildcard in the value of a variable is plain text',
    source: variables,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/$'.concat('{aws:PrincipalTag/team}/*') })],
    context: { 'aws:principaltag/team': '*' },
    arn: 'arn:aws:s3:::bucket/blue/x',
    allowed: false,
  },
  {
    says: 'a star in braces is a literal star',
    source: variables,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/$'.concat('{*}') })],
    arn: 'arn:aws:s3:::bucket/x',
    allowed: false,
  },
];

test.each(rows)('$says ($source)', (row) => {
  const { access, request } = caseOf(row);
  expect(evaluateRequest(access, request).allowed).toBe(row.allowed);

  // The region is this one request: every key of the row has its value, every other key is absent.
  const keys = [
    ...access.facts.flatMap(({ conditions }) => conditions.map(({ key }) => key)),
    'k',
    'l',
    'aws:tagkeys',
  ];
  const conditions = [...new Set(keys)].map((key) => {
    const value = request.context[key];
    if (value === undefined) return [fact('Null', key, 'true')];
    if (typeof value === 'string') return [fact(pinning(row, key), key, value)];
    return [
      fact('ForAllValues:StringEquals', key, ...value),
      ...value.map((one) => fact('ForAnyValue:StringEquals', key, one)),
    ];
  });
  const region = {
    actions: { negated: false, patterns: [request.action] },
    resources: { negated: false, patterns: [request.resource] },
    conditions: conditions.flat(),
  };
  const verdict = decide(
    { region: [region], cases: [{ ...access, facts: [{ conditions: region.conditions }] }] },
    { isMultivalued },
  );
  expect(verdict.kind).toBe(row.allowed ? 'refuted' : 'proved');
});

/** An operator that fixes a value of the kind the row compares. */
function pinning(row: Row, key: string): string {
  const written = JSON.stringify(row.identity ?? []);
  if (key !== 'k') return 'StringEquals';
  if (written.includes('Numeric')) return 'NumericEquals';
  if (written.includes('Date')) return 'DateEquals';
  return written.includes('IpAddress') ? 'IpAddress' : 'StringEquals';
}

function caseOf(row: Row) {
  const parse = (
    statements: object[] | undefined,
    kind: 'identity' | 'resource',
  ): readonly Statement[] | undefined => {
    if (statements === undefined) return undefined;
    const document = JSON.parse(JSON.stringify({ Version: '2012-10-17', Statement: statements })) as object;
    const parsed = parsePolicy(document, {
      place: { stack: '', logicalId: '', path: '' },
      kind,
      isMultivalued,
    });
    expect(parsed.failures).toEqual([]);
    return parsed.statements;
  };
  const layer = (name: string, statements: readonly Statement[] | undefined) =>
    statements === undefined ? {} : { [name]: statements };
  const request = {
    action: row.action ?? 's3:GetObject',
    resource: row.arn ?? 'arn:aws:s3:::bucket/object',
    parent: '',
    context: row.context ?? {},
  };
  const access: AccessCase = {
    caller: row.caller ?? reader,
    resourceAccount: account,
    authority: row.authority ?? 'either',
    ...layer('identity', parse(row.identity, 'identity')),
    ...layer('boundary', parse(row.boundary, 'identity')),
    ...layer('session', parse(row.session, 'identity')),
    ...layer('resourcePolicy', parse(row.resource, 'resource')),
    ...layer('endpoint', parse(row.endpoint, 'resource')),
    serviceControl: parse(row.scp ?? [], 'identity') ?? [],
    resourceControl: parse(row.rcp ?? [], 'resource') ?? [],
    facts: [{ conditions: Object.keys(row.context ?? {}).map((key) => fact('Null', key, 'false')) }],
    impossible: [],
  };
  return { access, request };
}
