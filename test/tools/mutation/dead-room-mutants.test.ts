import type { Assembly } from '../../../policies/template/assembly.ts';
import { staleReasons, whyEquivalent } from '../../../tools/mutation/dead-room-equivalents.ts';
import { deadRoomMutants } from '../../../tools/mutation/dead-room-mutants.ts';

const bootstrap = 'arn:aws:iam::200000000001:role/cdk-closedroom-cfn-exec-role-200000000001-eu-west-2';

const deployment = {
  after: [],
  policy: {
    Statement: [
      { Sid: 'Keys', Effect: 'Allow', Action: ['kms:CreateKey', 'kms:TagResource'], Resource: '*' },
    ],
  },
};
const assembly: Assembly = {
  directory: '',
  stacks: [
    {
      id: 'meridian/Access',
      template: {
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              RoleName: 'lpo-meridian-auditor',
              AssumeRolePolicyDocument: {
                Statement: [{ Effect: 'Allow', Principal: { AWS: ['a', 'b'] }, Action: 'sts:AssumeRole' }],
              },
            },
          },
          Policy: {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: {
              Roles: [{ Ref: 'Role' }],
              PolicyDocument: {
                Statement: [
                  { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' },
                  {
                    Effect: 'Deny',
                    Action: '*',
                    Resource: '*',
                    Condition: { Null: { k: 'true' }, ArnNotEquals: { 'aws:PrincipalArn': ['a', 'b'] } },
                  },
                  { Effect: 'Deny', NotAction: ['s3:*', 'iam:*'], Resource: '*' },
                  {
                    Effect: 'Allow',
                    Action: 'kms:PutKeyPolicy',
                    Principal: { AWS: bootstrap },
                    Resource: '*',
                  },
                ],
              },
            },
          },
          Function: { Type: 'AWS::Lambda::Function', Properties: { Role: { Ref: 'Role' } } },
          Rule: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: {} },
        },
      },
      account: '200000000001',
      deployment,
    },
    { id: 'meridian/Logs', template: {}, account: '200000000001', deployment },
  ],
} as unknown as Assembly;

test('one thing is closed at a time', () => {
  expect(deadRoomMutants(assembly).map(({ name }) => name)).toEqual([
    'Access Role rename RoleName',
    'Access Role drop-allow AssumeRolePolicyDocument.Statement.0',
    'Access Role drop-principal AssumeRolePolicyDocument.Statement.0.Principal.AWS.0 a',
    'Access Role drop-principal AssumeRolePolicyDocument.Statement.0.Principal.AWS.1 b',
    'Access Policy detach Roles',
    'Access Policy drop-allow PolicyDocument.Statement.0',
    'Access Policy drop-action PolicyDocument.Statement.0.Action.0 s3:GetObject',
    'Access Policy drop-action PolicyDocument.Statement.0.Action.1 s3:PutObject',
    'Access Policy deny-everybody PolicyDocument.Statement.1.Condition',
    'Access Policy deny-more PolicyDocument.Statement.1.Condition.Null',
    'Access Policy deny-more PolicyDocument.Statement.1.Condition.ArnNotEquals',
    'Access Policy exempt-less PolicyDocument.Statement.1.Condition.ArnNotEquals.aws:PrincipalArn.0 a',
    'Access Policy exempt-less PolicyDocument.Statement.1.Condition.ArnNotEquals.aws:PrincipalArn.1 b',
    'Access Policy spare-less PolicyDocument.Statement.2.NotAction.0 s3:*',
    'Access Policy spare-less PolicyDocument.Statement.2.NotAction.1 iam:*',
    'Access Policy drop-allow PolicyDocument.Statement.3',
    'Access Function redirect Role',
    'Access Rule remove',
    'bootstrap 200000000001 drop-allow Keys Statement.0',
    'bootstrap 200000000001 drop-action Keys Statement.0.Action.0 kms:CreateKey',
    'bootstrap 200000000001 drop-action Keys Statement.0.Action.1 kms:TagResource',
  ]);
});

const after = (ending: string): Assembly | undefined =>
  deadRoomMutants(assembly)
    .find(({ name }) => name.endsWith(ending))
    ?.after(assembly);

test('a mutant differs from the room in that one thing', () => {
  const policy = after('Statement.0.Action.1 s3:PutObject')?.stacks[0]?.template.Resources?.Policy
    ?.Properties as Record<string, unknown>;
  expect(policy.PolicyDocument).toMatchObject({ Statement: [{ Action: ['s3:GetObject'] }, {}, {}, {}] });
  expect(policy.Roles).toEqual([{ Ref: 'Role' }]);
});

test('a policy of the bootstrap changes for every stack of its account', () => {
  const stacks = after('Keys Statement.0.Action.0 kms:CreateKey')?.stacks ?? [];
  expect(stacks).toHaveLength(2);
  for (const { deployment } of stacks)
    expect(deployment?.policy).toMatchObject({ Statement: [{ Action: ['kms:TagResource'] }] });
});

test('what closes nothing has a reason', () => {
  expect(whyEquivalent('Vpn VpnAssociation0143511D4 remove')).toMatch(/other subnet/);
  expect(whyEquivalent('Vpn VpnAllowm7f3a9creviewer0A172031A remove')).toBeUndefined();
});

test('a reason that fits nothing is told', () => {
  const all = staleReasons([]);
  expect(staleReasons(['Vpn VpnAssociation0143511D4 remove'])).toEqual(
    all.filter((reason) => !/other subnet/.test(reason)),
  );
  expect(all).toContainEqual(expect.stringMatching(/other subnet/));
});
