import { removeStatement, statement } from './garden.ts';
import type { Hole } from './hole.ts';
import { account, control, letThrough, matterStack, one, personRole, role } from './places.ts';

const roles = 'roles-open-to-their-people-only';
const escalate = 'roles-cannot-escalate';
const jobs = 'guardrails-leave-everyone-their-job';

export const escalationHoles: readonly Hole[] = [
  {
    name: 'a lawyer may pass roles',
    refutes: jobs,
    plant: (garden) => letThrough(garden, role('lpo-*-supervising-lawyer'), 'iam:PassRole'),
    culprit: /PassingRoles.*ArnNotLike/,
  },
  {
    name: 'users of the account may set holds',
    refutes: jobs,
    plant: (garden) => letThrough(garden, `arn:aws:iam::${account}:user/*`, 's3:PutObjectLegalHold'),
    culprit: /Holds.*ArnNotLike/,
  },
  {
    name: 'everybody may change trust policies',
    refutes: jobs,
    plant: (garden) => {
      control(garden, 'building').Content.Statement[0].NotAction.push('iam:UpdateAssumeRolePolicy');
    },
    culprit: /OnlyTheDeploymentBuilds.*its action does not match/,
  },
  {
    name: 'the deployment may replicate buckets',
    refutes: jobs,
    plant: (garden) => {
      control(garden, 'deployment-limits').Content.Statement[0].NotAction.push(
        's3:PutReplicationConfiguration',
      );
    },
    culprit: /TheDeploymentOnlyDeploys.*its action does not match/,
  },
  {
    name: 'an action that only sounds like looking',
    refutes: jobs,
    plant: (garden) => {
      control(garden, 'building').Content.Statement[0].NotAction.push('sts:Get*');
    },
    culprit: /OnlyTheDeploymentBuilds.*its action does not match/,
  },
  {
    name: 'another account may read what a bucket policy opens',
    refutes: 'guardrails-keep-others-out',
    plant: (garden) => {
      removeStatement(control(garden, 'identity-perimeter').Content, 'OnlyThisAccountsPrincipals');
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'every role of the log archive may read what a bucket policy opens',
    refutes: 'guardrails-keep-others-out',
    plant: (garden) => {
      const { Content: content } = control(garden, 'identity-perimeter');
      for (const sid of ['OnlyThisOrganization', 'OnlyThisAccountsPrincipals'])
        statement(content, sid).Condition.ArnNotLike = {
          'aws:PrincipalArn': 'arn:aws:iam::100000000003:role/*',
        };
    },
    culprit: /OnlyThisAccountsPrincipals.*ArnNotLike/,
  },
  {
    name: 'presigned URLs work',
    refutes: 'guardrails-keep-others-out',
    plant: (garden) => removeStatement(control(garden, 'network-perimeter').Content, 'NoPresignedUrls'),
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'a service may take a role for another account',
    refutes: 'guardrails-keep-others-out',
    plant: (garden) => {
      const deny = statement(control(garden, 'identity-perimeter').Content, 'NoConfusedDeputy');
      deny.Action = deny.Action.filter((action: string) => action !== 'sts:*');
    },
    culprit: /NoConfusedDeputy.*its action does not match/,
  },
  {
    name: 'staff may fetch the code of functions',
    refutes: jobs,
    plant: (garden) => {
      control(garden, 'building').Content.Statement[0].NotAction.push('lambda:Get*');
    },
    culprit: /OnlyTheDeploymentBuilds.*its action does not match/,
  },
  {
    name: 'documents may be uploaded to somebody else’s bucket',
    refutes: 'guardrails-keep-everyone-in',
    plant: (garden) => {
      const deny = statement(control(garden, 'resource-perimeter').Content, 'OnlyOwnResources');
      deny.Action = deny.Action.filter((action: string) => action !== 's3:*');
    },
    culprit: /OnlyOwnResources.*its action does not match/,
  },
  {
    name: 'nothing on the resources keeps people at the endpoint',
    refutes: 'guardrails-keep-people-at-the-endpoint',
    plant: (garden) => {
      removeStatement(control(garden, 'network-perimeter').Content, 'PeopleReachObjectsThroughEndpoints');
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'Bool where BoolIfExists is needed: a grant that does not say what it is for',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'resource-perimeter').Content, 'GrantsOnlyThroughServices');
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
