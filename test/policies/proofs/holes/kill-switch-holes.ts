import { type Garden, type Json, statement } from './garden.ts';
import type { Hole } from './hole.ts';
import { account, allow, control, custodian, keyPolicy, letThrough, role } from './places.ts';

const takesAway = 'kill-switch-only-takes-away';
const disable = 'only-custodians-disable-keys';
const opens = 'roles-open-to-their-people-only';

const containment = role('lpo-meridian-containment');
const named = (garden: Garden, stack: string, type: string, key: string, name: string): Json =>
  garden.find(stack, type, `"${key}":"${name}"`);
const roleOf = (garden: Garden, name: string, stack = 'meridian/Access'): Json =>
  named(garden, stack, 'AWS::IAM::Role', 'RoleName', name);
const boundaryOf = (garden: Garden, kind: string, stack: string): Json =>
  named(garden, stack, 'AWS::IAM::ManagedPolicy', 'ManagedPolicyName', `lpo-meridian-${kind}-boundary`);
const suspension = (garden: Garden, name: string): Json =>
  named(garden, 'meridian/Access', 'AWS::IAM::ManagedPolicy', 'ManagedPolicyName', name);

/** Adds a power to a role's boundary and gives it in an inline policy. */
function empower(
  garden: Garden,
  kind: 'containment' | 'custodian' | 'quarantine',
  stack: string,
  power: Json,
): void {
  const planted = { Sid: 'Planted', Effect: 'Allow', Resource: '*', ...power };
  boundaryOf(garden, kind, stack).PolicyDocument.Statement.push(planted);
  roleOf(
    garden,
    kind === 'custodian' ? 'lpo-meridian-key-custodian' : `lpo-meridian-${kind}`,
    stack,
  ).Policies = [{ PolicyName: 'planted', PolicyDocument: { Version: '2012-10-17', Statement: [planted] } }];
}

export const killSwitchHoles: readonly Hole[] = [
  {
    name: "the clock's machine may become other roles",
    refutes: 'breach-clock-only-warns',
    plant: (garden) => {
      const planted = { Sid: 'Planted', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' };
      boundaryOf(garden, 'breach-clock', 'meridian/BreachClock').PolicyDocument.Statement.push(planted);
      roleOf(garden, 'lpo-meridian-breach-clock-machine', 'meridian/BreachClock').Policies = [
        { PolicyName: 'planted', PolicyDocument: { Version: '2012-10-17', Statement: [planted] } },
      ];
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the quarantine may be attached to any account',
    refutes: takesAway,
    plant: (garden) => {
      empower(garden, 'quarantine', 'meridian/Guardrails', {
        Action: 'organizations:AttachPolicy',
        Condition: { StringEquals: { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' } },
      });
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the switch may enable keys',
    refutes: takesAway,
    plant: (garden) => {
      empower(garden, 'containment', 'meridian/Access', { Action: 'kms:Enable*' });
      letThrough(garden, containment, 'kms:EnableKey');
      statement(keyPolicy(garden), 'KillSwitchDisables').Action.push('kms:EnableKey');
    },
    culprit: /KillSwitchDisables \(resource policy\)/,
  },
  {
    name: 'the switch may schedule the deletion of a key',
    refutes: disable,
    bare: true,
    plant: (garden) => {
      empower(garden, 'containment', 'meridian/Access', { Action: 'kms:ScheduleKeyDeletion' });
      statement(keyPolicy(garden), 'KillSwitchDisables').Action.push('kms:ScheduleKeyDeletion');
    },
    culprit: /KillSwitchDisables \(resource policy\)/,
  },
  {
    name: 'the switch may detach the suspension',
    refutes: takesAway,
    plant: (garden) => {
      letThrough(garden, containment, 'iam:DetachRolePolicy');
      empower(garden, 'containment', 'meridian/Access', { Action: 'iam:Detach*' });
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the switch may lift a suspension',
    refutes: takesAway,
    plant: (garden) => {
      letThrough(garden, containment, 's3:DeleteObject');
      empower(garden, 'containment', 'meridian/Access', { Action: 's3:Delete*' });
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the switch may open the VPN again',
    refutes: takesAway,
    bare: true,
    plant: (garden) => {
      empower(garden, 'containment', 'meridian/Access', { Action: 'ec2:*ClientVpn*' });
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the switch may detach the quarantine',
    refutes: takesAway,
    plant: (garden) => {
      empower(garden, 'quarantine', 'meridian/Guardrails', { Action: 'organizations:DetachPolicy' });
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the switch may attach policies of every kind',
    refutes: takesAway,
    plant: (garden) => {
      empower(garden, 'quarantine', 'meridian/Guardrails', { Action: 'organizations:AttachPolicy' });
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the switch may lift the hold on its evidence',
    refutes: takesAway,
    plant: (garden) => {
      const deny = statement(
        boundaryOf(garden, 'service', 'meridian/KillSwitch').PolicyDocument,
        'NoHoldIsLifted',
      );
      const own = garden.find('meridian/KillSwitch', 'AWS::IAM::ManagedPolicy', 'KillSwitchHandlerPolicy');
      for (const each of [deny, statement(own.PolicyDocument, 'NoHoldIsLifted')])
        each.Condition = { StringEquals: { 's3:object-lock-legal-hold': 'ON' } };
    },
    culprit: /EvidenceUnderHold/,
  },
  {
    name: 'a suspension that allows',
    refutes: takesAway,
    plant: (garden) => {
      suspension(garden, 'lpo-meridian-suspended').PolicyDocument.Statement[0].Effect = 'Allow';
    },
    culprit: /lpo-meridian-suspended gives/,
  },
  {
    name: 'a suspension of one person that leaves something allowed',
    refutes: takesAway,
    plant: (garden) => {
      garden.resources('meridian/Access').Planted = {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: 'lpo-meridian-suspended-p-00aa00',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
          },
        },
      };
    },
    culprit: /lpo-meridian-suspended-p-00aa00 gives/,
  },
  {
    name: 'the switch may attach any policy of the vendor',
    refutes: 'roles-cannot-escalate',
    plant: (garden) => {
      const wide = `arn:aws:iam::${account}:policy/lpo-meridian-*`;
      const limit = statement(
        control(garden, 'resource-perimeter').Content,
        'ResponseAttachesTheSuspensionOnly',
      );
      limit.Condition.ArnNotLike['iam:PolicyARN'] = wide;
      empower(garden, 'containment', 'meridian/Access', {
        Action: 'iam:AttachRolePolicy',
        Condition: { ArnLike: { 'iam:PolicyARN': wide } },
      });
    },
    culprit: /ResponseAttachesTheSuspensionOnly/,
  },
  {
    name: 'the custodian may detach any policy',
    refutes: 'roles-cannot-escalate',
    plant: (garden) => {
      const limit = statement(
        control(garden, 'resource-perimeter').Content,
        'ResponseAttachesTheSuspensionOnly',
      );
      limit.Condition.ArnEquals['aws:PrincipalArn'] = containment;
      empower(garden, 'custodian', 'meridian/Access', { Action: 'iam:DetachRolePolicy' });
    },
    culprit: /ResponseAttachesTheSuspensionOnly/,
  },
  {
    name: 'the switch puts VPN rules back',
    refutes: 'roles-do-their-jobs-only',
    plant: (garden) => {
      letThrough(garden, containment, 'ec2:AuthorizeClientVpnIngress');
      empower(garden, 'containment', 'meridian/Access', { Action: 'ec2:AuthorizeClientVpnIngress' });
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: "a role whose name only ends like the switch's disables keys",
    refutes: disable,
    bare: true,
    plant: (garden) => {
      const { Properties } = Object.values(garden.resources('meridian/Access')).find(
        (each: Json) => each.Properties?.RoleName === 'lpo-meridian-containment',
      );
      garden.resources('meridian/Access').Impostor = {
        Type: 'AWS::IAM::Role',
        Properties: { ...structuredClone(Properties), RoleName: 'lpo-luzon-containment' },
      };
      keyPolicy(garden).Statement.push(allow({ AWS: role('lpo-luzon-containment') }, 'kms:DisableKey'));
      boundaryOf(garden, 'containment', 'meridian/Access').PolicyDocument.Statement.push({
        Effect: 'Allow',
        Action: 'kms:DisableKey',
        Resource: '*',
      });
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'a role whose name only ends like the custodian deletes keys',
    refutes: disable,
    bare: true,
    plant: (garden) => {
      const { Properties } = Object.values(garden.resources('meridian/Access')).find(
        (each: Json) => each.Properties?.RoleName === 'lpo-meridian-key-custodian',
      );
      garden.resources('meridian/Access').Impostor = {
        Type: 'AWS::IAM::Role',
        Properties: {
          ...structuredClone(Properties),
          RoleName: 'other-key-custodian',
          PermissionsBoundary: undefined,
        },
      };
      keyPolicy(garden).Statement.push(
        allow({ AWS: role('other-key-custodian') }, 'kms:ScheduleKeyDeletion'),
      );
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: "another vendor's switch works in this account",
    refutes: opens,
    plant: (garden) => {
      const [trust] = roleOf(garden, 'lpo-meridian-containment').AssumeRolePolicyDocument.Statement;
      trust.Condition.ArnEquals['aws:PrincipalArn'] = 'arn:aws:iam::100000000002:role/lpo-luzon-kill-switch';
    },
    culprit: /AssumeRolePolicyDocument/,
  },
  {
    name: "a person may be the switch's function",
    refutes: opens,
    plant: (garden) => {
      roleOf(
        garden,
        'lpo-meridian-kill-switch',
        'meridian/KillSwitch',
      ).AssumeRolePolicyDocument.Statement.push({
        Sid: 'Planted',
        Effect: 'Allow',
        Principal: { AWS: '100000000002' },
        Action: 'sts:AssumeRole',
      });
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'anybody of the security account attaches the quarantine',
    refutes: opens,
    plant: (garden) => {
      const [trust] = roleOf(garden, 'lpo-meridian-quarantine', 'meridian/Guardrails')
        .AssumeRolePolicyDocument.Statement;
      delete trust.Condition.ArnEquals;
    },
    culprit: /AssumeRolePolicyDocument/,
  },
  {
    name: 'the custodian may suspend, and who suspends may lift',
    refutes: 'log-archive-is-out-of-reach',
    plant: (garden) => {
      const { PolicyDocument } = garden.find('meridian/Connect', 'AWS::S3::BucketPolicy', 'State');
      statement(PolicyDocument, 'OnlyTheCustodianDeletes').Condition.ArnNotEquals['aws:PrincipalArn'] = [
        custodian,
        containment,
      ];
      letThrough(garden, containment, 's3:DeleteObject');
      empower(garden, 'containment', 'meridian/Access', { Action: 's3:DeleteObject' });
    },
    culprit: /Planted \(identity policy\)/,
  },
];
