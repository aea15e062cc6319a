import { statement } from './garden.ts';
import type { Hole } from './hole.ts';
import { account, control, matterStack, one, personRole, role } from './places.ts';

const roles = 'roles-open-to-their-people-only';
const escalate = 'roles-cannot-escalate';

export const escalationHoles: readonly Hole[] = [
  {
    name: 'a lawyer may pass roles',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'audit-protection').Content, 'OnlyDeploymentPassesRoles');
      deny.Condition.ArnNotLike['aws:PrincipalArn'].push(role('lpo-*-supervising-lawyer'));
      const person = personRole(garden, 'supervising-lawyer');
      delete person.PermissionsBoundary;
      person.Policies = [
        {
          PolicyName: 'planted',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: { Sid: 'Planted', Effect: 'Allow', Action: 'iam:Pass*', Resource: '*' },
          },
        },
      ];
    },
    culprit: /Planted \(identity policy\).*Policies\[0\]/,
  },
  {
    name: 'the guardrail forgets trust policies',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'audit-protection').Content, 'OnlyDeploymentWritesIdentities');
      deny.Action = deny.Action.filter((action: string) => action !== 'iam:Update*');
    },
    culprit: /OnlyDeploymentWritesIdentities.*its action does not match/,
  },
  {
    name: 'the guardrail forgets bucket policies',
    refutes: escalate,
    plant: (garden) => {
      const { Content: content } = control(garden, 'resource-perimeter');
      for (const sid of ['OnlyDeploymentOpensResources', 'OnlyServicesAndDeploymentSendEvents']) {
        const deny = statement(content, sid);
        deny.Action = deny.Action.filter((action: string) => !action.startsWith('s3:PutBucket'));
      }
    },
    culprit: /OnlyDeploymentOpensResources.*its action does not match/,
  },
  {
    name: 'the guardrail forgets routes',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'resource-perimeter').Content, 'OnlyDeploymentChangesPaths');
      deny.Action = deny.Action.filter((action: string) => action !== 'ec2:CreateRoute*');
    },
    culprit: /OnlyDeploymentChangesPaths.*its action does not match/,
  },
  {
    name: 'Bool where BoolIfExists is needed: a grant that does not say what it is for',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'audit-protection').Content, 'GrantsOnlyThroughServices');
      deny.Condition = { Bool: deny.Condition.BoolIfExists };
    },
    culprit: /GrantsOnlyThroughServices.*Bool kms:GrantIsForAWSResource false does not hold/,
  },
  {
    name: 'a role of a matter opens to another account',
    refutes: roles,
    plant: (garden) => {
      personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement.push({
        Sid: 'Planted',
        Effect: 'Allow',
        Principal: { AWS: '999999999999' },
        Action: 'sts:AssumeRole',
      });
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'a new role that another account may assume',
    refutes: roles,
    plant: (garden) => {
      garden.resources('meridian/Access').Visitor = {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'visitor',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: {
              Sid: 'Planted',
              Effect: 'Allow',
              Principal: { AWS: '999999999999' },
              Action: 'sts:AssumeRole',
            },
          },
        },
      };
    },
    culprit: /Planted \(resource policy\) meridian\/Access Visitor/,
  },
  {
    name: 'a role of a matter opens without MFA',
    refutes: roles,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      delete trust.Condition.StringEquals['aws:RequestTag/lpo:mfa'];
    },
    culprit: /AssumeRolePolicyDocument\.Statement\[0\]/,
  },
  {
    name: 'session tags can override the tags of the role',
    refutes: roles,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      delete trust.Condition['ForAllValues:StringEquals'];
    },
    culprit: /AssumeRolePolicyDocument\.Statement\[0\]/,
  },
  {
    name: 'ForAnyValue instead of ForAllValues lets further tags through',
    refutes: roles,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      trust.Condition['ForAnyValue:StringEquals'] = trust.Condition['ForAllValues:StringEquals'];
      delete trust.Condition['ForAllValues:StringEquals'];
    },
    culprit: /AssumeRolePolicyDocument\.Statement\[0\]/,
  },
  {
    name: 'the service role of a matter opens to the account',
    refutes: roles,
    plant: (garden) => {
      const trust = garden.find(
        matterStack(one),
        'AWS::IAM::Role',
        `${one}-malware-scan`,
      ).AssumeRolePolicyDocument;
      trust.Statement.push({ Sid: 'Planted', Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:*' });
    },
    culprit: /Planted \(resource policy\)/,
  },
];
