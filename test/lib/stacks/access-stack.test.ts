import { exampleAssembly } from '../../support/example-assembly.ts';
import { resourcesOf, stackOf } from '../../support/resources-of.ts';

const assembly = exampleAssembly();
const access = stackOf(assembly, 'meridian/Access');
const policies = resourcesOf(access, 'AWS::IAM::ManagedPolicy');

test('no user, no access key, no group anywhere', () => {
  for (const type of ['AWS::IAM::User', 'AWS::IAM::AccessKey', 'AWS::IAM::Group', 'AWS::IAM::UserPolicy'])
    expect(resourcesOf(assembly, type)).toEqual([]);
});

test('no boundary contains an action that could widen it', () => {
  const boundaries = policies.filter(({ properties }) => properties.ManagedPolicyName?.endsWith('-boundary'));
  expect(boundaries).toHaveLength(6);
  for (const { properties } of boundaries)
    for (const { Effect, Action, Condition, Sid } of properties.PolicyDocument.Statement) {
      // Restorers pass AWS Backup a restore role; restore.test.ts holds them to that.
      if (Effect === 'Deny' || Sid === 'PassOneRole') continue;
      // Attaching or detaching what denies everything widens nothing, as long as it is bound to those policies.
      if (['SuspendRoles', 'SuspendPeople', 'DetachSuspensions'].includes(Sid)) {
        expect([Action].flat()).toHaveLength(1);
        expect(JSON.stringify(Condition)).toMatch(
          /"iam:PolicyARN":(\{"Ref":"ContainmentSuspended\w+"\}|\[?"arn:aws:iam::200000000001:policy\/lpo-meridian-suspended)/,
        );
        continue;
      }
      for (const action of [Action].flat()) {
        expect(action).not.toContain('*');
        expect(action).not.toMatch(/^(organizations:|iam:(?!Get|List)|kms:(CreateGrant|PutKeyPolicy))/);
      }
    }
});

test('the only role anyone may assume is the log reader, and only under the oversight boundary', () => {
  const assuming = policies.flatMap(({ properties }) =>
    properties.PolicyDocument.Statement.filter(
      ({ Effect, Action }: { Effect: string; Action: string | string[] }) =>
        Effect === 'Allow' && [Action].flat().some((action) => action.startsWith('sts:Assume')),
    ),
  );
  expect(assuming.map(({ Resource }: { Resource: string }) => Resource)).toEqual([
    'arn:aws:iam::100000000003:role/lpo-meridian-log-reader',
    'arn:aws:iam::100000000003:role/lpo-meridian-log-reader',
  ]);
});

test('oversight neither reads an object nor decrypts', () => {
  const [oversight] = policies.filter(
    ({ properties }) => properties.ManagedPolicyName === 'lpo-meridian-oversight-boundary',
  );
  const actions: string[] = oversight?.properties.PolicyDocument.Statement[0].Action;
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => /^s3:GetObject|^kms:(Decrypt|GenerateDataKey)/.test(action))).toEqual([]);
});

test('break-glass is assumed from the security account with fresh MFA only', () => {
  const [role] = resourcesOf(access, 'AWS::IAM::Role').filter(
    ({ properties }) => properties.RoleName === 'lpo-break-glass',
  );
  expect(role?.properties.MaxSessionDuration).toBe(3600);
  expect(role?.properties.AssumeRolePolicyDocument.Statement).toEqual([
    {
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::100000000002:root' },
      Condition: {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
        StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      },
    },
  ]);
});

test("every role of a vendor's account has a permissions boundary", () => {
  const vendorRoles = resourcesOf(assembly, 'AWS::IAM::Role').filter(({ stack }) =>
    /^(luzon|meridian)\/(?!Guardrails|LogArchive|Recovery)/.test(stack),
  );
  expect(vendorRoles.length).toBeGreaterThan(20);
  for (const { properties } of vendorRoles) expect(properties.PermissionsBoundary).toMatch(/-boundary$/);
});
