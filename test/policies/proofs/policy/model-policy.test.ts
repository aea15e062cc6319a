import { modelPolicy } from '../../../../policies/proofs/policy/model-policy.ts';

const place = { stack: 'stack', logicalId: 'Resource', path: 'Properties.PolicyDocument' };
const parse = (statement: unknown, kind: 'identity' | 'resource' | 'trust' = 'resource') =>
  modelPolicy(
    { Version: '2012-10-17', Statement: [statement] },
    { place, kind, isMultivalued: (key) => key === 'aws:tagkeys' },
  );
const allow = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };

describe('a policy the prover understands', () => {
  test('becomes a normalised statement', () => {
    const { statements, failures } = parse({
      ...allow,
      Sid: 'One',
      Principal: { AWS: ['111122223333', 'arn:aws:iam::111122223333:role/a'], Service: 'S3.amazonaws.com' },
      Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } },
    });
    expect(failures).toEqual([]);
    expect(statements).toEqual([
      {
        effect: 'Allow',
        sid: 'One',
        place: { ...place, path: 'Properties.PolicyDocument.Statement[0]' },
        actions: { negated: false, patterns: ['s3:GetObject'] },
        resources: { negated: false, patterns: ['*'] },
        principals: [
          { kind: 'account', account: '111122223333' },
          { kind: 'arn', arn: 'arn:aws:iam::111122223333:role/a' },
          { kind: 'service', name: 's3.amazonaws.com' },
        ],
        conditions: [
          {
            key: 'aws:sourcevpce',
            written: 'aws:SourceVpce',
            values: ['vpce-1'],
            operator: {
              name: 'StringNotEqualsIfExists',
              family: 'string',
              comparison: 'equals',
              negated: true,
              ifExists: true,
            },
          },
        ],
      },
    ]);
  });
});

describe('a policy the prover does not understand is a named failure with its place', () => {
  test.each<[string, unknown, string]>([
    [
      'unknown operator',
      { ...allow, Condition: { StringMatches: { a: 'b' } } },
      'POLICY-OPERATOR Statement[0].Condition.StringMatches',
    ],
    [
      'binary operator',
      { ...allow, Condition: { BinaryEquals: { a: 'b' } } },
      'POLICY-OPERATOR Statement[0].Condition.BinaryEquals',
    ],
    [
      'Null with IfExists',
      { ...allow, Condition: { NullIfExists: { a: 'true' } } },
      'POLICY-OPERATOR Statement[0].Condition.NullIfExists',
    ],
    [
      'ForAnyValue with IfExists',
      { ...allow, Condition: { 'ForAnyValue:StringEqualsIfExists': { a: 'b' } } },
      'POLICY-OPERATOR Statement[0].Condition.ForAnyValue:StringEqualsIfExists',
    ],
    [
      'single-valued operator on a set',
      { ...allow, Condition: { StringEquals: { 'aws:TagKeys': 'b' } } },
      'POLICY-SINGLE-ON-SET Statement[0].Condition.StringEquals.aws:TagKeys',
    ],
    [
      'number',
      { ...allow, Condition: { NumericLessThan: { a: 'many' } } },
      'POLICY-CONDITION-VALUE Statement[0].Condition.NumericLessThan.a',
    ],
    [
      'date',
      { ...allow, Condition: { DateLessThan: { a: 'someday' } } },
      'POLICY-CONDITION-VALUE Statement[0].Condition.DateLessThan.a',
    ],
    [
      'address',
      { ...allow, Condition: { IpAddress: { a: '10.0.0' } } },
      'POLICY-CONDITION-VALUE Statement[0].Condition.IpAddress.a',
    ],
    [
      'short ARN',
      { ...allow, Condition: { ArnLike: { a: 'arn:aws:*' } } },
      'POLICY-CONDITION-VALUE Statement[0].Condition.ArnLike.a',
    ],
    [
      'object as value',
      { ...allow, Condition: { StringLike: { a: { Ref: 'x' } } } },
      'POLICY-CONDITION-VALUE Statement[0].Condition.StringLike.a',
    ],
    [
      'NotPrincipal',
      { ...allow, Principal: undefined, NotPrincipal: { AWS: '1' } },
      'POLICY-NOT-PRINCIPAL Statement[0].NotPrincipal',
    ],
    ['no principal', { ...allow, Principal: undefined }, 'POLICY-PRINCIPAL Statement[0].Principal'],
    [
      'canonical user',
      { ...allow, Principal: { CanonicalUser: 'abc' } },
      'POLICY-PRINCIPAL Statement[0].Principal',
    ],
    ['role id', { ...allow, Principal: { AWS: 'AROAEXAMPLE' } }, 'POLICY-PRINCIPAL Statement[0].Principal'],
    [
      'wildcard in a principal',
      { ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:role/*' } },
      'POLICY-PRINCIPAL-WILDCARD Statement[0].Principal',
    ],
    [
      'wildcard service',
      { ...allow, Principal: { Service: '*' } },
      'POLICY-PRINCIPAL-WILDCARD Statement[0].Principal',
    ],
    ['unknown element', { ...allow, Actions: 's3:*' }, 'POLICY-ELEMENT Statement[0].Actions'],
    ['no action', { ...allow, Action: undefined }, 'POLICY-ACTION Statement[0].Action'],
    ['both action elements', { ...allow, NotAction: 's3:Put*' }, 'POLICY-ACTION Statement[0]'],
    ['action without a service', { ...allow, Action: 'GetObject' }, 'POLICY-ACTION Statement[0].Action'],
    ['no resource', { ...allow, Resource: undefined }, 'POLICY-RESOURCE Statement[0].Resource'],
    ['effect', { ...allow, Effect: 'allow' }, 'POLICY-EFFECT Statement[0].Effect'],
    ['statement as text', 'Allow everything', 'POLICY-STATEMENT Statement[0]'],
  ])('%s', (_name, statement, expected) => {
    const { failures } = parse(statement);
    const [code, path] = expected.split(' ');
    expect(failures.map((failure) => failure.code)).toContain(code);
    expect(failures.map((failure) => failure.place.path)).toContain(`Properties.PolicyDocument.${path}`);
  });

  test.each(['{', '[]', 'Allow', null])('a document that is %j', (document) => {
    const { failures } = modelPolicy(document, { place, kind: 'resource', isMultivalued: () => false });
    const got = typeof document === 'string' ? document : 'null';
    expect(failures).toEqual([expect.objectContaining({ code: 'POLICY-NOT-OBJECT', place, got })]);
  });

  test('an old policy version, in which variables are plain text', () => {
    const { failures } = modelPolicy(
      { Version: '2008-10-17', Statement: [] },
      { place, kind: 'resource', isMultivalued: () => false },
    );
    expect(failures.map(({ code }) => code)).toEqual(['POLICY-VERSION']);
  });
});
