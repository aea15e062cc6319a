import type { AssemblyView } from '../../../assembly/assembly-view';
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
  good: { 'a person with MFA': stack('reviewer', mfa), 'a service': stack('scanner') },
  bad: {
    'a person': stack('reviewer'),
    'a role from elsewhere': stack('unknown'),
    'MFA if it says so': stack('reviewer', { StringEqualsIfExists: mfa.StringEquals }),
  },
});

/** Names of roles that need no MFA of their own: services assume them, or nobody without MFA does. */
function serviceRoles(view: AssemblyView): ReadonlySet<string> {
  return new Set(
    view
      .ofType('AWS::IAM::Role')
      .filter(({ resource }) => {
        const trust = resource.statements('AssumeRolePolicyDocument');
        return (
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
          )
        );
      })
      .flatMap(({ resource }) => [resource.text('RoleName') ?? '', `\${${resource.logicalId}.Arn}`]),
  );
}
