import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { matterName, readOurRole } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const mfa = { 'aws:PrincipalTag/lpo:mfa': 'true' };
const tags = {
  'aws:ResourceTag/lpo:vendor': 'meridian',
  'aws:ResourceTag/lpo:matter': 'm-7f3a9c',
  'aws:ResourceTag/lpo:zone': 'documents',
};
const grant = (Action: string, StringEquals: object | undefined, Resource = '*'): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Policy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        Roles: [matterName('meridian', 'm-7f3a9c', 'restorer')],
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action, Resource, ...(StringEquals && { Condition: { StringEquals } }) },
          ],
        },
      },
    },
  },
});

const equals = ({ conditions }: Statement, key: string, wanted?: string): boolean =>
  conditions.some(
    (one) =>
      one.operator === 'StringEquals' &&
      one.key === key &&
      one.values.length === 1 &&
      one.values.every((value) => (wanted === undefined ? !/[*?$]/.test(value) : value === wanted)),
  );

const starts = ({ actions }: Statement): boolean =>
  actions.some((action) => /^backup:(StartRestore.*|\*)$/i.test(action));

/** A federated restorer passes the role; a role of another account, which is no person here, does not. */
const passesToBackup = (statement: Statement): boolean =>
  statement.actions.some((action) => /^iam:PassRole$/i.test(action)) &&
  equals(statement, 'iam:passedtoservice', 'backup.amazonaws.com') &&
  statement.resources.every((resource) => readOurRole(resource)?.purpose === 'restore');

const zone = ['vendor', 'matter', 'zone'].map((tag) => `aws:resourcetag/lpo:${tag}`);

/** The guardrail says who restores; the grant says what, and that a person with a second factor asks. */
export const check = assemblyCheck({
  control: 'LPO-RES-01',
  name: 'restores-bound-to-their-zone',
  expected:
    'who may start a restore does everything with MFA, and starts restores of recovery points tagged with one vendor, matter and zone',
  fix: 'condition backup:StartRestoreJob with StringEquals on aws:PrincipalTag/lpo:mfa and on the three aws:ResourceTag',
  judge: (view) =>
    view.ofType('AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy').flatMap(({ stack, resource }) => {
      // A boundary is attached to no role as a policy: it is a ceiling, which names no zone.
      if (resource.list('Roles').length === 0) return [];
      const allows = resource.statements('PolicyDocument').filter(({ effect }) => effect === 'Allow');
      const restorer = allows.some(starts);
      return allows
        .filter(
          (statement) =>
            (starts(statement) && !zone.every((key) => equals(statement, key))) ||
            ((restorer || passesToBackup(statement)) &&
              !equals(statement, 'aws:principaltag/lpo:mfa', 'true')),
        )
        .map(({ path, name }) => ({
          stack: stack.id,
          logicalId: resource.logicalId,
          property: path,
          got: `${name} starts restores beyond one zone, or without MFA`,
        }));
    }),
  good: { 'its own zone': grant('backup:StartRestoreJob', { ...mfa, ...tags }) },
  bad: {
    'without MFA': grant('backup:StartRestoreJob', tags),
    'any recovery point': grant('backup:StartRestoreJob', mfa),
    'any vendor': grant('backup:StartRestoreJob', { ...mfa, ...tags, 'aws:ResourceTag/lpo:vendor': '*' }),
    'passes without MFA': grant(
      'iam:PassRole',
      { 'iam:PassedToService': 'backup.amazonaws.com' },
      `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-7f3a9c', 'restore')}`,
    ),
    'no condition': grant('backup:*', undefined),
  },
});
