import type { AssemblyView } from '../../../assembly/assembly-view';
import type { Statement } from '../../../assembly/policy-document';
import { assemblyCheck, type ExampleStacks } from '../../control';
import { keyAdministration, keyUse, onlyThroughBackup, reaches } from '../../key-actions';

const trust = (Principal: object) => ({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }],
});
const role = (RoleName: string, Principal: object) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName, AssumeRolePolicyDocument: trust(Principal) },
});
const stack = (who: string, Condition?: object): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Reviewer: role('reviewer', { Federated: 'arn:aws:iam::200000000001:saml-provider/x' }),
    Scanner: role('scanner', { Service: 'malware-protection-plan.guardduty.amazonaws.com' }),
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::200000000001:role/${who}` },
              Action: 'kms:Decrypt',
              Resource: '*',
              ...(Condition ? { Condition } : {}),
            },
          ],
        },
      },
    },
  },
});
/** A role of the vendor's account that one role of the security account assumes. */
const onBehalf = (name: string, Principal: object): ExampleStacks => ({
  'meridian/KillSwitch': { Switch: role(name, Principal) },
  'meridian/Matter-m-7f3a9c': {
    ...stack('containment')['meridian/Matter-m-7f3a9c'],
    Containment: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'containment',
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Principal: { AWS: 'arn:aws:iam::200000000001:root' },
              Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/kill-switch' } },
            },
          ],
        },
      },
    },
  },
});
const mfa = { StringEquals: { 'aws:PrincipalTag/lpo:mfa': 'true' } };

/** A role counts as a person's unless the assembly shows that only a service can assume it. What works through
 * AWS Backup alone is no use by hand. */
export const keyUseRequiresMfa = assemblyCheck({
  name: 'key-use-requires-mfa',
  expected: 'every statement that lets people use, disable or delete a key requires asserted MFA',
  mend: 'add StringEquals aws:PrincipalTag/lpo:mfa true to the statement',
  judge(view) {
    const keys = view.ofType('AWS::KMS::Key');
    if (keys.length === 0) return 'not applicable';
    const services = serviceRoles(view);
    return keys.flatMap(({ stack, resource }) =>
      resource.statements('KeyPolicy').flatMap((statement) => {
        const powers = reaches(statement, [
          ...keyUse,
          ...keyAdministration.filter((action) => action !== 'kms:PutKeyPolicy'),
        ]);
        const people = statement.principals.filter(
          ({ kind, value }) =>
            kind === 'AWS' && !services.has(value.replace(/^.*:role\//, '')) && !value.endsWith(':root'),
        );
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
                found: `${statement.name}: ${people[0]?.value} has ${powers[0]} without MFA`,
              },
            ]
          : [];
      }),
    );
  },
  good: {
    'a person with MFA': stack('reviewer', mfa),
    'a service': stack('scanner'),
    'a function of another account': onBehalf('kill-switch', { Service: 'lambda.amazonaws.com' }),
  },
  bad: {
    'a person of another account': onBehalf('kill-switch', {
      Federated: 'arn:aws:iam::100000000002:saml-provider/x',
    }),
    'a role of another account that nobody knows': onBehalf('other', { Service: 'lambda.amazonaws.com' }),
    'a person': stack('reviewer'),
    'a role from elsewhere': stack('unknown'),
    'MFA if it says so': stack('reviewer', { StringEqualsIfExists: mfa.StringEquals }),
  },
});

/**
 * Names of roles that need no MFA of their own: services assume them, or nobody without MFA does, or one
 * named role of the first kind does from another account, as the kill switch does.
 */
function serviceRoles(view: AssemblyView): ReadonlySet<string> {
  const roles = view.ofType('AWS::IAM::Role');
  const direct = roles.filter(({ resource }) =>
    isServiceTrust(resource.statements('AssumeRolePolicyDocument')),
  );
  const arns = new Set(
    direct.map(({ stack, resource }) => `arn:aws:iam::${stack.account}:role/${resource.text('RoleName')}`),
  );
  const onBehalf = roles.filter(({ resource }) =>
    isTrustOfOne(resource.statements('AssumeRolePolicyDocument'), arns),
  );
  return new Set(
    [...direct, ...onBehalf].flatMap(({ resource }) => [
      resource.text('RoleName') ?? '',
      `\${${resource.logicalId}.Arn}`,
    ]),
  );
}

const isServiceTrust = (trust: readonly Statement[]): boolean =>
  trust.length > 0 &&
  trust.every(
    ({ principals, conditions }) =>
      principals.every(({ kind }) => kind === 'Service') ||
      (principals.every(({ kind }) => kind === 'AWS') &&
        conditions.some(
          ({ operator, key, values }) =>
            operator === 'StringEquals' &&
            key === 'aws:principaltag/lpo:mfa' &&
            values.every((value) => value === 'true'),
        )),
  );

const isTrustOfOne = (trust: readonly Statement[], arns: ReadonlySet<string>): boolean =>
  trust.length > 0 &&
  trust.every(({ principals, conditions }) => {
    const named = conditions.filter(
      ({ operator, key }) => operator === 'ArnEquals' && key === 'aws:principalarn',
    );
    return (
      principals.every(({ kind }) => kind === 'AWS') &&
      named.length > 0 &&
      named.every(({ values }) => values.length > 0 && values.every((value) => arns.has(value)))
    );
  });
