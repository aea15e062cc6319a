import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breachClockDefinition } from '../../../lib/constructs/breach-clock/breach-clock-definition.ts';
import { dutySchema } from '../../../lib/model/evidence/duty-schema.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { type AnyPolicy, grants } from '../../support/policy-evaluator.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const assembly = exampleAssembly();
const stack = stackOf(assembly, 'meridian/BreachClock');
const clockArn = 'arn:aws:iam::100000000002:role/lpo-meridian-breach-clock';

test('it stands in the security account, in the region of the vendor', () => {
  expect([stack.account, stack.region]).toEqual(['100000000002', 'eu-west-2']);
});

test('what is deployed is the definition the tests execute, and neither it nor its name can be replaced away', () => {
  const [machine] = resourcesOf(stack, 'AWS::StepFunctions::StateMachine');
  expect(JSON.parse(machine?.properties.DefinitionString)).toEqual(
    breachClockDefinition('arn:aws:lambda:eu-west-2:100000000002:function:lpo-meridian-breach-clock'),
  );
  expect(machine?.properties).toMatchObject({
    StateMachineName: 'lpo-meridian-breach-clock',
    StateMachineType: 'STANDARD',
    LoggingConfiguration: { Level: 'ALL' },
  });
  expect(machine?.resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('the deployed duties are readable, are those of the matters and are the bytes the function asks for', () => {
  const [fn] = resourcesOf(stack, 'AWS::Lambda::Function');
  const { DUTIES_KEY, DUTIES_SHA256 } = fn?.properties.Environment.Variables ?? {};
  const bytes = readFileSync(join(assembly.directory, `asset.${DUTIES_KEY}`));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(DUTIES_SHA256);
  const duties = dutySchema.array().parse(JSON.parse(bytes.toString()));
  expect(duties.map(({ id }) => id)).toContain('IN-cert-in');
});

const boundary: AnyPolicy = resourcesOf(stack, 'AWS::IAM::ManagedPolicy').find(
  ({ properties }) => properties.ManagedPolicyName === 'lpo-meridian-breach-clock-boundary',
)?.properties.PolicyDocument;

test('every role is under the boundary, which touches nothing of a vendor and replaces no evidence', () => {
  const roles = resourcesOf(stack, 'AWS::IAM::Role');
  expect(roles.map(({ properties }) => properties.RoleName).sort()).toEqual([
    'lpo-meridian-breach-clock',
    'lpo-meridian-breach-clock-machine',
    'lpo-meridian-incident-recorder',
  ]);
  for (const { properties } of roles)
    expect(properties.PermissionsBoundary).toBe(
      'arn:aws:iam::100000000002:policy/lpo-meridian-breach-clock-boundary',
    );
  for (const action of ['sts:AssumeRole', 's3:DeleteObject', 's3:PutObjectRetention', 'kms:DisableKey'])
    expect(grants(boundary, { action, resource: '*', context: {} })).toEqual([]);
  const evidence = 'arn:aws:s3:::lpo-meridian-evidence-100000000003-eu-west-2';
  const put = (key: string) =>
    grants(boundary, { action: 's3:PutObject', resource: `${evidence}/${key}`, context: {} });
  expect(put('clocks/inc-20a1f3/aware-at.json')).toHaveLength(1);
  expect(put('incidents/inc-20a1f3/x')).toEqual([]);
});

test('only somebody with a fresh second factor opens an incident, and stops none', () => {
  const recorder = resourcesOf(stack, 'AWS::IAM::Role').find(
    ({ properties }) => properties.RoleName === 'lpo-meridian-incident-recorder',
  );
  expect(recorder?.properties.AssumeRolePolicyDocument.Statement[0].Condition).toMatchObject({
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
  });
  expect(grants(boundary, { action: 'states:StopExecution', resource: '*', context: {} })).toEqual([]);
});

test('a failing warning and a stopped clock ring the topic', () => {
  const alarms = resourcesOf(stack, 'AWS::CloudWatch::Alarm');
  expect(alarms.map(({ properties }) => properties.MetricName).sort()).toEqual([
    'Errors',
    'ExecutionsAborted',
    'ExecutionsFailed',
    'ExecutionsTimedOut',
  ]);
  for (const { properties } of alarms)
    expect(properties.AlarmActions).toEqual(['arn:aws:sns:eu-west-2:100000000002:lpo-meridian-alerts']);
});

test('the topic takes warnings of the clock, and its key opens for them', () => {
  const killSwitch = stackOf(assembly, 'meridian/KillSwitch');
  const [topic] = resourcesOf(killSwitch, 'AWS::SNS::TopicPolicy');
  expect(JSON.stringify(topic?.properties.PolicyDocument)).toContain(clockArn);
  const keys = resourcesOf(killSwitch, 'AWS::KMS::Key').filter(({ properties }) =>
    JSON.stringify(properties.KeyPolicy).includes(clockArn),
  );
  expect(keys).toHaveLength(1);
});
