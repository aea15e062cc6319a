import { type Garden, type Json, removeStatement, statement } from './garden.ts';
import type { Hole } from './hole.ts';
import { control, deployment, keyPolicy, letThrough, matterStack, one, other, role } from './places.ts';

const restores = 'restores-stay-in-their-zone';
const escalate = 'roles-cannot-escalate';

const powers = (garden: Garden): Json => control(garden, 'powers').Content;
const policyOf = (garden: Garden, text: string): Json =>
  garden.find(matterStack(one), 'AWS::IAM::ManagedPolicy', text).PolicyDocument;
const restorer = (garden: Garden): Json => policyOf(garden, 'DocumentsRestorerPolicy');

/** An action in a policy and in its boundary: a mistake in one alone has no effect. */
function add(garden: Garden, policy: Json, boundary: string, action: string): void {
  const planted = { Sid: 'Planted', Effect: 'Allow', Action: action, Resource: '*' };
  policy.Statement.push(planted);
  garden
    .find('meridian/Access', 'AWS::IAM::ManagedPolicy', `lpo-meridian-${boundary}-boundary`)
    .PolicyDocument.Statement.push(planted);
}

export const restoreHoles: readonly Hole[] = [
  {
    name: 'the guardrail lets the deployment start restores',
    refutes: restores,
    plant: (garden) => {
      letThrough(garden, deployment, 'backup:StartRestoreJob');
      control(garden, 'deployment-limits').Content.Statement[0].NotAction.push('backup:StartRestoreJob');
    },
    culprit: /Restores.*ArnNotLike/,
  },
  {
    name: 'nothing guards restores',
    refutes: restores,
    plant: (garden) => removeStatement(powers(garden), 'Restores'),
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'a restorer of documents may take what was backed up of the privileged zone',
    refutes: restores,
    plant: (garden) => {
      delete statement(restorer(garden), 'Start').Condition.StringEquals['aws:ResourceTag/lpo:zone'];
    },
    culprit: /Start \(identity policy\)/,
  },
  {
    name: 'a restorer may take what was backed up of another matter',
    refutes: restores,
    plant: (garden) => {
      statement(restorer(garden), 'Start').Condition.StringEquals['aws:ResourceTag/lpo:matter'] = [
        one,
        other,
      ];
    },
    culprit: /Start \(identity policy\)/,
  },
  {
    name: 'a restorer passes the restore role of another matter',
    refutes: restores,
    plant: (garden) => {
      statement(restorer(garden), 'PassOneRole').Resource = role('lpo-meridian-m-*-restore');
    },
    culprit: /PassOneRole \(identity policy\)/,
  },
  {
    name: 'a restorer passes a backup role',
    refutes: escalate,
    plant: (garden) => {
      removeStatement(control(garden, 'resource-perimeter').Content, 'RestorersPassOnlyRestoreRoles');
      add(garden, restorer(garden), 'restorer', 'iam:PassRole');
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'a restorer reads',
    refutes: restores,
    plant: (garden) => add(garden, restorer(garden), 'restorer', 's3:GetObject'),
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'a restorer copies backups',
    refutes: restores,
    plant: (garden) => {
      add(garden, restorer(garden), 'restorer', 'backup:StartCopyJob');
      letThrough(garden, role('lpo-*-restorer'), 'backup:StartCopyJob');
    },
    culprit: /Planted \(identity policy\)/,
  },
  {
    name: 'the restore role writes into any bucket of the vendor',
    refutes: restores,
    plant: (garden) => {
      statement(policyOf(garden, 'DocumentsRestorePolicy'), 'Objects').Resource =
        'arn:aws:s3:::lpo-meridian-*/*';
    },
    culprit: /Objects \(identity policy\)/,
  },
  {
    name: 'the restore role deletes',
    refutes: restores,
    plant: (garden) => {
      letThrough(garden, role('lpo-meridian-m-*-restore'), 's3:DeleteObject');
      statement(policyOf(garden, 'DocumentsRestorePolicy'), 'Objects').Action.push('s3:DeleteObject');
      garden
        .find('meridian/Access', 'AWS::IAM::ManagedPolicy', 'lpo-meridian-service-boundary')
        .PolicyDocument.Statement[0].Action.push('s3:DeleteObject');
    },
    culprit: /Objects \(identity policy\)/,
  },
  {
    name: 'restorers tag recovery points',
    refutes: restores,
    plant: (garden) => {
      letThrough(garden, role('lpo-*-restorer'), 'backup:TagResource');
      add(garden, restorer(garden), 'restorer', 'backup:TagResource');
    },
    culprit: /Planted \(identity policy\)|assumed: every action/,
  },
  {
    name: 'what a test restored is open to the account',
    refutes: restores,
    plant: (garden) =>
      removeStatement(control(garden, 'resource-perimeter').Content, 'NobodySeesRestoreTests'),
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'people use the key for whatever bucket',
    refutes: restores,
    plant: (garden) => {
      statement(keyPolicy(garden), 'PeopleReadAndWriteThroughS3').Condition.ArnLike[
        'kms:EncryptionContext:aws:s3:arn'
      ] = 'arn:aws:s3:::*';
    },
    culprit: /PeopleReadAndWriteThroughS3 \(resource policy\)/,
  },
];
