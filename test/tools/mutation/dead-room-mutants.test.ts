import type { Assembly } from '../../../policies/template/assembly.ts';
import { deadRoomMutants } from '../../../tools/mutation/dead-room-mutants.ts';

const bootstrap = 'arn:aws:iam::200000000001:role/cdk-closedroom-cfn-exec-role-200000000001-eu-west-2';

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
                  { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Null: { k: 'true' } } },
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
          Rule: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: {} },
        },
      },
    },
  ],
} as unknown as Assembly;

test('one thing is closed at a time, and rights of the deployment are left out', () => {
  expect(deadRoomMutants(assembly).map(({ name }) => name)).toEqual([
    'Access Role rename RoleName',
    'Access Role drop-allow AssumeRolePolicyDocument.Statement.0',
    'Access Role drop-principal AssumeRolePolicyDocument.Statement.0.Principal.AWS.0',
    'Access Role drop-principal AssumeRolePolicyDocument.Statement.0.Principal.AWS.1',
    'Access Policy detach Roles',
    'Access Policy drop-allow PolicyDocument.Statement.0',
    'Access Policy drop-action PolicyDocument.Statement.0.Action.0',
    'Access Policy drop-action PolicyDocument.Statement.0.Action.1',
    'Access Policy deny-everybody PolicyDocument.Statement.1.Condition',
    'Access Rule remove',
  ]);
});

test('a mutant differs from the room in that one thing', () => {
  const mutant = deadRoomMutants(assembly).find(({ name }) => name.endsWith('Action.1'));
  const policy = mutant?.mutated.template.Resources?.Policy?.Properties as Record<string, unknown>;
  expect(policy.PolicyDocument).toMatchObject({ Statement: [{ Action: ['s3:GetObject'] }, {}, {}] });
  expect(policy.Roles).toEqual([{ Ref: 'Role' }]);
});
