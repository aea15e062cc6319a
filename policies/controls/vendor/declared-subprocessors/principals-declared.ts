import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { roleTrusting } from '../../../authoring/fixtures/role.ts';
import { resourcePolicies } from '../../../reading/resource-policies.ts';
import { isAccountId, isOrganizationId, readArn } from '../../../template/arn.ts';

const stack = (account: string, Condition?: object): ExampleStacks => ({
  'meridian/Access': {
    Role: roleTrusting({ Principal: { AWS: `arn:aws:iam::${account}:root` }, Condition }),
  },
});

/** An account is declared when this assembly deploys to it, or when the statement holds it to the organization. */
export const check = assemblyCheck({
  control: 'LPO-VEN-04',
  name: 'principals-declared',
  expected:
    'every principal of a resource policy is in an account of this assembly, or bound to the organization',
  fix: 'remove the principal, or add StringEquals aws:PrincipalOrgID',
  judge(view) {
    const accounts = new Set(view.stacks.flatMap(({ account }) => account ?? []));
    const holders = view.ofType(...Object.keys(resourcePolicies));
    if (holders.length === 0) return 'not applicable';
    return holders.flatMap(({ stack, resource }) =>
      resource.statements(resourcePolicies[resource.type] as string).flatMap((statement) => {
        if (statement.effect !== 'Allow') return [];
        const bound = statement.conditions.some(
          ({ operator, key, values }) =>
            operator === 'StringEquals' && key === 'aws:principalorgid' && values.every(isOrganizationId),
        );
        const strangers = statement.principals.filter(({ kind, value }) => {
          const account = isAccountId(value) ? value : accountIn(value);
          return kind === 'CanonicalUser' || (account !== undefined && !accounts.has(account) && !bound);
        });
        return strangers.map(({ value }) => ({
          stack: stack.id,
          logicalId: resource.logicalId,
          property: statement.path,
          got: `${statement.name}: ${value}`,
        }));
      }),
    );
  },
  good: {
    'its own account': stack('200000000001'),
    'the organization': stack('100000000002', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
  },
  bad: {
    'a stranger': stack('999999999999'),
    'a stranger of any organization': stack('999999999999', { StringLike: { 'aws:PrincipalOrgID': '*' } }),
  },
});

/** The account of an ARN; undefined for a token and for whom AWS owns. */
function accountIn(arn: string): string | undefined {
  const { service = '', account = '' } = readArn(arn) ?? {};
  return ['iam', 'sts'].includes(service) && isAccountId(account) ? account : undefined;
}
