import { resourceCheck } from '../../../authoring/check.ts';
import { isNamedRole } from '../../../authoring/deny/condition-shapes.ts';
import { allow } from '../../../authoring/fixtures/allow.ts';
import { key, keyUnder } from '../../../authoring/fixtures/key.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { coversAction } from '../../../template/glob.ts';
import { matterName, readOurRole } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const settings = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
];

const root = { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::200000000001:root']] } };
const narrowed = (pattern: string) =>
  allow(root, 'kms:Decrypt', { ArnLike: { 'aws:PrincipalArn': roleArn(pattern) } });

/** A root statement hands the key to every identity policy of the account, so it may only read settings. */
export const check = resourceCheck({
  control: 'LPO-DAT-01',
  name: 'account-only-reads-key-settings',
  expected: 'a statement for a whole account, or for everyone, allows no more than reading settings',
  fix: 'name the roles that administer and use the key; keep only Describe, Get and List for the account root',
  types: ['AWS::KMS::Key'],
  judge(resource) {
    const statements = resource.statements('KeyPolicy');
    if (statements.length === 0)
      return [{ property: 'KeyPolicy', got: 'absent, so KMS lets the whole account in' }];
    return statements
      .filter(
        ({ effect, principals, notPrincipals }) =>
          effect === 'Allow' && (notPrincipals.length > 0 || principals.some(isWide)),
      )
      .flatMap((statement) => {
        if (narrowedToRoles(statement)) return [];
        const beyond = statement.actions.filter(
          (action) => !settings.some((setting) => coversAction(setting, action)),
        );
        return beyond.length > 0 || statement.notActions.length > 0
          ? [
              {
                property: statement.path,
                got: `${statement.name} allows ${beyond.join(', ') || 'NotAction'}`,
              },
            ]
          : [];
      });
  },
  good: {
    'root reads settings': keyUnder(allow(root, ['kms:DescribeKey', 'kms:GetKeyPolicy'])),
    'the backup roles of matters': keyUnder(narrowed(matterName('meridian', 'm-*', 'backup'))),
    'the restore roles of matters': keyUnder(narrowed(matterName('meridian', 'm-*', 'restore'))),
    'a named role': keyUnder(allow({ AWS: 'arn:aws:iam::200000000001:role/x' }, 'kms:Decrypt')),
  },
  bad: {
    'the default policy': keyUnder(allow(root, 'kms:*')),
    'the people who restore': keyUnder(narrowed(matterName('meridian', 'm-*', 'restorer'))),
    'any role of the vendor': keyUnder(narrowed('lpo-meridian-*')),
    'account id as principal': keyUnder(allow({ AWS: '200000000001' }, 'kms:Decrypt')),
    everyone: keyUnder(allow('*', 'kms:Decrypt')),
    'everyone, written long': keyUnder(allow({ AWS: '*' }, ['kms:Get*'])),
    'no policy': key(),
    'all but': keyUnder({
      Effect: 'Allow',
      NotPrincipal: { AWS: 'x' },
      Action: 'kms:Decrypt',
      Resource: '*',
    }),
  },
});

/** The account as principal, a named role or the backup and restore roles of matters as condition: KMS knows no pattern of roles. */
const narrowedToRoles = ({ principals, conditions }: Statement): boolean =>
  principals.every(({ kind }) => kind === 'AWS') &&
  conditions.some(
    ({ operator, key, values }) =>
      /^Arn(Equals|Like)$/.test(operator) &&
      key === 'aws:principalarn' &&
      values.length > 0 &&
      values.every((value) => isNamedRole(value) && (!value.includes('*') || isForBackups(value))),
  );

const isForBackups = (arn: string): boolean => {
  const { vendor, matter, purpose } = readOurRole(arn) ?? {};
  return vendor !== '*' && matter === 'm-*' && ['backup', 'restore', 'restoreTest'].includes(purpose ?? '');
};

const isWide = ({ kind, value }: { kind: string; value: string }): boolean =>
  value === '*' ||
  (kind === 'AWS' &&
    (value.endsWith(':root') || /^\d{12}$/.test(value) || value.endsWith('AWS::AccountId}')));
