import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { allow } from '../../../authoring/fixtures/allow.ts';
import { keyUnder } from '../../../authoring/fixtures/key.ts';
import { roleTrusting } from '../../../authoring/fixtures/role.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { keyAdministration, keyUse, onlyThroughBackup, reaches } from '../../../reading/key-actions.ts';
import { readArn } from '../../../template/arn.ts';
import type { AssemblyView } from '../../../template/assembly-view.ts';
import { readOurBucket } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const root = { AWS: 'arn:aws:iam::200000000001:root' };
const assumedBy = (RoleName: string, Principal: object, Condition?: object) =>
  roleTrusting({ Principal, Condition }, { RoleName });
const stack = (who: string, condition?: object, action = 'kms:Decrypt'): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Reviewer: assumedBy('reviewer', { Federated: 'arn:aws:iam::200000000001:saml-provider/x' }),
    Scanner: assumedBy('scanner', { Service: 'malware-protection-plan.guardduty.amazonaws.com' }),
    Key: keyUnder(allow({ AWS: roleArn(who) }, action, condition)),
  },
});
/** A role of the vendor's account that one role of the security account assumes. */
const onBehalfOf = (name: string, Principal: object, action = 'kms:DisableKey'): ExampleStacks => ({
  'meridian/KillSwitch': { Switch: assumedBy(name, Principal) },
  'meridian/Matter-m-7f3a9c': {
    ...stack('containment', undefined, action)['meridian/Matter-m-7f3a9c'],
    Containment: assumedBy('containment', root, {
      ArnEquals: { 'aws:PrincipalArn': roleArn('kill-switch') },
    }),
  },
});
/** A role of this account that people assume under a condition. */
const assumed = (condition: object): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    ...stack('writer')['meridian/Matter-m-7f3a9c'],
    Writer: assumedBy('writer', root, condition),
  },
});
const mfa = { StringEquals: { 'aws:PrincipalTag/lpo:mfa': 'true' } };

/** A role counts as a person's unless the assembly shows that only a service can assume it. What works through
 * AWS Backup alone is no use by hand. */
export const check = assemblyCheck({
  control: 'LPO-IDN-01',
  name: 'key-use-requires-mfa',
  expected: 'every statement that lets people use, disable or delete a key requires asserted MFA',
  fix: 'add StringEquals aws:PrincipalTag/lpo:mfa true to the statement',
  judge(view) {
    const keys = view.ofType('AWS::KMS::Key');
    if (keys.length === 0) return 'not applicable';
    const { services, onBehalf } = rolesWithoutMfa(view);
    return keys.flatMap(({ stack, resource }) =>
      resource.statements('KeyPolicy').flatMap((statement) => {
        const powers = reaches(statement, [
          ...keyUse,
          ...keyAdministration.filter((action) => action !== 'kms:PutKeyPolicy'),
        ]);
        const people = statement.principals.filter(({ kind, value }) => {
          const arn = roleKey(value);
          if (kind !== 'AWS' || services.has(arn) || value.endsWith(':root')) return false;
          return !(
            onBehalf.has(arn) && powers.every((power) => power === 'kms:DisableKey' || onState(statement))
          );
        });
        const required = statement.conditions.some(
          ({ operator, key, values }) =>
            operator === 'StringEquals' &&
            key === 'aws:principaltag/lpo:mfa' &&
            values.every((value) => value === 'true'),
        );
        return statement.effect === 'Allow' &&
          !onlyThroughBackup(statement) &&
          powers.length > 0 &&
          people.length > 0 &&
          !required
          ? [
              {
                stack: stack.id,
                logicalId: resource.logicalId,
                property: statement.path,
                got: `${statement.name}: ${people[0]?.value} has ${powers[0]} without MFA`,
              },
            ]
          : [];
      }),
    );
  },
  good: {
    'a person with MFA': stack('reviewer', mfa),
    'a service': stack('scanner'),
    'a function of another account': onBehalfOf('kill-switch', { Service: 'lambda.amazonaws.com' }),
    'a role that is assumed with MFA only': assumed({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
  },
  bad: {
    'a person of another account': onBehalfOf('kill-switch', {
      Federated: 'arn:aws:iam::100000000002:saml-provider/x',
    }),
    'a role that is assumed with MFA if present': assumed({
      BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' },
    }),
    'a role that is assumed without MFA': assumed({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
    'a function of another account that decrypts': onBehalfOf(
      'kill-switch',
      { Service: 'lambda.amazonaws.com' },
      'kms:Decrypt',
    ),
    'a function of another account that enables': onBehalfOf(
      'kill-switch',
      { Service: 'lambda.amazonaws.com' },
      'kms:EnableKey',
    ),
    'a role that is called like a service’s in another account': {
      'meridian/Matter-m-7f3a9c': {
        ...stack('scanner')['meridian/Matter-m-7f3a9c'],
        Key: keyUnder(allow({ AWS: roleArn('scanner', '999999999999') }, 'kms:Decrypt')),
      },
    },
    'a role of another account that nobody knows': onBehalfOf('other', { Service: 'lambda.amazonaws.com' }),
    'a person': stack('reviewer'),
    'a role from elsewhere': stack('unknown'),
    'MFA if it says so': stack('reviewer', { StringEqualsIfExists: mfa.StringEquals }),
  },
});

/** Use for the objects of one state bucket, which hold who is suspended and no document. */
const onState = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      operator === 'StringEquals' &&
      key === 'kms:encryptioncontext:aws:s3:arn' &&
      values.length > 0 &&
      values.every((value) => !/[*?]/.test(value) && readOurBucket(value)?.purpose === 'state'),
  );

/** Account and name, or the reference within a template: a role of the same name elsewhere is another. */
const roleKey = (principal: string): string => {
  const { account, resource } = readArn(principal) ?? {};
  return resource === undefined ? principal : `${account}:${resource}`;
};

/**
 * Roles that need no MFA of their own: services assume them, or nobody without MFA does. On behalf: one named
 * role of the first kind assumes them from another account, as the kill switch does; they may only disable.
 */
function rolesWithoutMfa(view: AssemblyView) {
  const roles = view.ofType('AWS::IAM::Role');
  const keys = (got: typeof roles) =>
    new Set(
      got.flatMap(({ stack, resource }) => [
        `${stack.account}:role/${resource.text('RoleName')}`,
        `\${${resource.logicalId}.Arn}`,
      ]),
    );
  const services = keys(
    roles.filter(({ resource }) => isServiceTrust(resource.statements('AssumeRolePolicyDocument'))),
  );
  const onBehalf = keys(
    roles.filter(({ resource }) => isTrustOfOne(resource.statements('AssumeRolePolicyDocument'), services)),
  );
  return { services, onBehalf };
}

const isServiceTrust = (trust: readonly Statement[]): boolean =>
  trust.length > 0 &&
  trust.every(
    ({ principals, conditions }) =>
      (principals.length > 0 && principals.every(({ kind }) => kind === 'Service')) ||
      (principals.every(({ kind }) => kind === 'AWS') &&
        (asks(conditions, 'StringEquals', 'aws:principaltag/lpo:mfa') ||
          asks(conditions, 'Bool', 'aws:multifactorauthpresent'))),
  );

/** In an Allow, a condition on an absent key does not hold. */
const asks = (conditions: Statement['conditions'], operator: string, key: string): boolean =>
  conditions.some(
    (one) =>
      one.operator === operator &&
      one.key === key &&
      one.values.length > 0 &&
      one.values.every((value) => value === 'true'),
  );

const isTrustOfOne = (trust: readonly Statement[], roles: ReadonlySet<string>): boolean =>
  trust.length > 0 &&
  trust.every(({ principals, conditions }) => {
    const named = conditions.filter(
      ({ operator, key }) => operator === 'ArnEquals' && key === 'aws:principalarn',
    );
    return (
      principals.every(({ kind }) => kind === 'AWS') &&
      named.length > 0 &&
      named.every(({ values }) => values.length > 0 && values.every((value) => roles.has(roleKey(value))))
    );
  });
