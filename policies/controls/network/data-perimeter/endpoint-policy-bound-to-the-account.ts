import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { expectPresent } from '../../../authoring/expect.ts';
import { isOrganizationId } from '../../../template/arn.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const own = {
  'aws:PrincipalAccount': '200000000001',
  'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
  'aws:ResourceAccount': '200000000001',
};
const endpoint = (statement: object | undefined, properties: object = {}) => ({
  Type: 'AWS::EC2::VPCEndpoint',
  Properties: {
    ServiceName: 'com.amazonaws.eu-west-2.s3',
    VpcEndpointType: 'Interface',
    PrivateDnsEnabled: true,
    SecurityGroupIds: ['sg-1'],
    SubnetIds: ['subnet-1'],
    ...(statement
      ? {
          PolicyDocument: {
            Statement: [
              { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource: '*', ...statement },
            ],
          },
        }
      : {}),
    ...properties,
  },
});

/** STS answers GetCallerIdentity without a resource, so there is no resource account to compare. */
const withoutResource = /^sts:GetCallerIdentity$/i;

export const check = resourceCheck({
  control: 'LPO-NET-02',
  name: 'endpoint-policy-bound-to-the-account',
  expected:
    'each endpoint has a policy whose every Allow names actions and requires this account’s principals (aws:PrincipalAccount and aws:PrincipalOrgID) and resources (aws:ResourceAccount); interface endpoints have a security group and private DNS',
  fix: 'add StringEquals on the three keys; spell out the actions',
  types: ['AWS::EC2::VPCEndpoint'],
  judge(resource): Deviation[] {
    const statements = resource.statements('PolicyDocument');
    const isInterface = resource.text('VpcEndpointType') === 'Interface';
    return [
      ...expectPresent(resource, 'VpcEndpointType'),
      ...(statements.length === 0
        ? [{ property: 'PolicyDocument', got: 'absent, which allows everything' }]
        : []),
      ...statements.flatMap((statement) =>
        statement.effect === 'Allow' ? faults(statement, resource.place.account) : [],
      ),
      ...(isInterface && resource.list('SecurityGroupIds').length === 0
        ? [{ property: 'SecurityGroupIds', got: 'absent, so the default group' }]
        : []),
      ...(isInterface && resource.text('PrivateDnsEnabled') !== 'true'
        ? [{ property: 'PrivateDnsEnabled', got: resource.show('PrivateDnsEnabled') }]
        : []),
    ];
  },
  good: {
    'this account': endpoint({ Condition: { StringEquals: own } }),
    'who am I': endpoint({
      Action: 'sts:GetCallerIdentity',
      Condition: {
        StringEquals: { 'aws:PrincipalAccount': '200000000001', 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      },
    }),
  },
  bad: {
    'no policy': endpoint(undefined),
    'no condition': endpoint({}),
    'any resource': endpoint({ Condition: { StringEquals: { ...own, 'aws:ResourceAccount': undefined } } }),
    'any principal': endpoint({ Condition: { StringEquals: { ...own, 'aws:PrincipalAccount': undefined } } }),
    'another account': endpoint({
      Condition: { StringEquals: { ...own, 'aws:ResourceAccount': '999999999999' } },
    }),
    'when absent': endpoint({ Condition: { StringEqualsIfExists: own } }),
    'every action': endpoint({ Action: '*', Condition: { StringEquals: own } }),
    'every action of the service': endpoint({ Action: 's3:*', Condition: { StringEquals: own } }),
    'no security group': endpoint({ Condition: { StringEquals: own } }, { SecurityGroupIds: [] }),
    'a type by default': endpoint({ Condition: { StringEquals: own } }, { VpcEndpointType: undefined }),
    'public DNS': endpoint({ Condition: { StringEquals: own } }, { PrivateDnsEnabled: false }),
  },
});

function faults(statement: Statement, account: string | undefined): Deviation[] {
  const at = (got: string) => ({ property: statement.path, got: `${statement.name}: ${got}` });
  const bound = (key: string, value: (text: string) => boolean) =>
    statement.conditions.some(
      (condition) =>
        condition.operator === 'StringEquals' &&
        condition.key === key.toLowerCase() &&
        condition.values.length > 0 &&
        condition.values.every(value),
    );
  const isAccount = (text: string) =>
    account ? text === account : /^\d{12}$|\$\{AWS::AccountId\}/.test(text);
  const needsResource = !statement.actions.every((action) => withoutResource.test(action));
  return [
    ...(statement.notActions.length > 0 ? [at('NotAction in an Allow')] : []),
    ...statement.actions.filter((action) => action.includes('*')).map((action) => at(`wildcard ${action}`)),
    ...(bound('aws:PrincipalAccount', isAccount) ? [] : [at('principals of any account')]),
    ...(bound('aws:PrincipalOrgID', isOrganizationId) ? [] : [at('principals of any organization')]),
    ...(needsResource && !bound('aws:ResourceAccount', isAccount) ? [at('resources of any account')] : []),
  ];
}
