import { killSwitchDefinition } from '../../../lib/constructs/kill-switch/kill-switch-definition.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { type AnyPolicy, denials, grants } from '../../support/policy-evaluator.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const assembly = exampleAssembly();
const stack = stackOf(assembly, 'meridian/KillSwitch');
const policies = resourcesOf(stack, 'AWS::IAM::ManagedPolicy');

test('it stands in the security account, not in the account it freezes', () => {
  expect(stack.account).toBe('100000000002');
});

test('what is deployed is the definition the tests execute', () => {
  const [machine] = resourcesOf(stack, 'AWS::StepFunctions::StateMachine');
  expect(JSON.parse(machine?.properties.DefinitionString)).toEqual(
    killSwitchDefinition('arn:aws:lambda:eu-west-2:100000000002:function:lpo-meridian-kill-switch'),
  );
});

test('every role of the switch is under its boundary, which can enable, delete or widen nothing', () => {
  const roles = resourcesOf(stack, 'AWS::IAM::Role');
  expect(roles.map(({ properties }) => properties.RoleName).sort()).toEqual([
    'lpo-meridian-incident-commander',
    'lpo-meridian-kill-switch',
    'lpo-meridian-kill-switch-machine',
  ]);
  const arn = 'arn:aws:iam::100000000002:policy/lpo-meridian-service-boundary';
  for (const { properties } of roles) expect(properties.PermissionsBoundary).toBe(arn);
  const boundary = policies.find(
    ({ properties }) => properties.ManagedPolicyName === 'lpo-meridian-service-boundary',
  );
  const ceiling: AnyPolicy = JSON.parse(JSON.stringify(boundary?.properties.PolicyDocument));
  for (const action of [
    'kms:EnableKey',
    'kms:ScheduleKeyDeletion',
    'kms:CreateGrant',
    'iam:DetachRolePolicy',
    'organizations:DetachPolicy',
    's3:DeleteObject',
    's3:PutObjectRetention',
    'ec2:AuthorizeClientVpnIngress',
  ])
    expect(grants(ceiling, { action, resource: '*', context: {} })).toEqual([]);
  expect(
    grants(ceiling, { action: 'sts:AssumeRole', resource: 'arn:aws:iam::200000000001:role/x', context: {} }),
  ).toEqual([]);
});

test('only somebody with fresh MFA throws it', () => {
  const commander = resourcesOf(stack, 'AWS::IAM::Role').find(
    ({ properties }) => properties.RoleName === 'lpo-meridian-incident-commander',
  );
  expect(commander?.properties.AssumeRolePolicyDocument.Statement[0].Condition).toMatchObject({
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
  });
});

test('the evidence bucket lets the switch write, and nobody delete', () => {
  const archive = stackOf(assembly, 'meridian/LogArchive');
  const policy = resourcesOf(archive, 'AWS::S3::BucketPolicy').find(({ properties }) =>
    JSON.stringify(properties.Bucket).includes('evidence'),
  );
  const role = 'arn:aws:iam::100000000002:role/lpo-meridian-kill-switch';
  const ask = (action: string) => ({
    principal: role,
    action,
    resource: 'arn:aws:s3:::lpo-meridian-evidence-100000000003-eu-west-2/incidents/inc-1/x',
    context: {
      ...{ 'aws:PrincipalArn': role, 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' },
      's3:if-none-match': '*',
    },
  });
  const document: AnyPolicy = policy?.properties.PolicyDocument;
  for (const action of ['s3:PutObject', 's3:PutObjectLegalHold']) {
    expect(grants(document, ask(action))).toEqual(['IncidentsAreWritten']);
    expect(denials(document, ask(action))).toEqual([]);
  }
  expect(denials(document, ask('s3:DeleteObject'))).not.toEqual([]);
});

test('the quarantine role attaches one policy to accounts and detaches nothing', () => {
  const guardrails = stackOf(assembly, 'meridian/Guardrails');
  const role = resourcesOf(guardrails, 'AWS::IAM::Role').find(
    ({ properties }) => properties.RoleName === 'lpo-meridian-quarantine',
  );
  expect(role?.properties.PermissionsBoundary).toBeDefined();
  const documents = resourcesOf(guardrails, 'AWS::IAM::ManagedPolicy');
  expect(documents).toHaveLength(2);
  for (const { properties } of documents)
    expect(properties.PolicyDocument.Statement.map(({ Action }: { Action: string }) => Action)).toEqual([
      'organizations:AttachPolicy',
      'organizations:ListPolicies',
    ]);
});

test('the quarantine lets the containment role work on', () => {
  const quarantine = resourcesOf(
    stackOf(assembly, 'organization/Guardrails'),
    'AWS::Organizations::Policy',
  ).find(({ properties }) => properties.Name === 'lpo-quarantine');
  expect(JSON.stringify(quarantine?.properties.Content)).toContain('role/lpo-*-containment');
});
