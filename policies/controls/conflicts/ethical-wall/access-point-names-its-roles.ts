import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { isNamedRole, shape } from '../../../authoring/deny/condition-shapes.ts';
import { undenied } from '../../../authoring/deny/required-deny.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { bootstrapRole, readRole } from '../../../template/names.ts';

const arn = 'arn:aws:s3:eu-west-2:200000000001:accesspoint/lpo-meridian-m-7f3a9c';
const deny = (...roles: string[]) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [arn, `${arn}/object/*`],
  Condition: {
    ArnNotEquals: {
      'aws:PrincipalArn': roles.map((role) => roleArn(`lpo-meridian-${role}`)),
    },
  },
});
const deployment = 'arn:aws:iam::200000000001:role/cdk-closedroom-cfn-exec-role-200000000001-eu-west-2';
const withDeployment = (Resource: string | string[]) => ({
  ...deny(),
  Resource,
  Condition: {
    ArnNotEquals: { 'aws:PrincipalArn': [roleArn('lpo-meridian-m-7f3a9c-reviewer'), deployment] },
  },
});
const stack = (...statements: object[]): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    AccessPoint: {
      Type: 'AWS::S3::AccessPoint',
      Properties: {
        Name: 'lpo-meridian-m-7f3a9c',
        Tags: tags({ 'lpo:matter': 'm-7f3a9c' }),
        ...(statements.length > 0 ? { Policy: { Statement: statements } } : {}),
      },
    },
  },
});

/** Makes and changes the access point. */
const isExecutionRole = (arn: string): boolean => bootstrapRole(readRole(arn)?.name ?? '') === 'cfn-exec';

export const check = assemblyCheck({
  control: 'LPO-COI-02',
  name: 'access-point-names-its-roles',
  expected:
    'the access point denies every action to every principal but the named roles of this matter; on itself, not its objects, to the deployment neither',
  fix: 'give it a policy that denies s3:* where ArnNotEquals aws:PrincipalArn lists the roles of the matter',
  judge(view) {
    const points = view.ofType('AWS::S3::AccessPoint');
    if (points.length === 0) return 'not applicable';
    return points.flatMap(({ stack, resource }) => {
      const matter = resource.tags['lpo:matter'];
      const isOfMatter = (value: string) => matter !== undefined && value.includes(`-${matter}-`);
      const onlyThese = (allowed: (role: string) => boolean) =>
        shape(['ArnNotEquals', 'ArnNotEqualsIfExists'], 'aws:PrincipalArn', (values) =>
          values.every((value) => isNamedRole(value) && !value.includes('*') && allowed(value)),
        );
      const closed = (allowed: (role: string) => boolean, reaches: (resource: string) => boolean) =>
        undenied(
          { actions: ['s3:*'], trigger: [onlyThese(allowed)], exempting: [] },
          resource.statements('Policy'),
          ({ resources }) => resources.some(reaches),
        ).length === 0;
      const objects = closed(isOfMatter, (one) => one.endsWith('/object/*'));
      const point = closed(
        (role) => isOfMatter(role) || isExecutionRole(role),
        (one) => /accesspoint\/[^/]+$/.test(one),
      );
      const open = [...(objects ? [] : ['its objects']), ...(point ? [] : ['itself'])];
      return open.length === 0
        ? []
        : [
            {
              stack: stack.id,
              logicalId: resource.logicalId,
              property: 'Policy',
              got: `${open.join(' and ')}: open to other roles`,
            },
          ];
    });
  },
  good: {
    'its roles': stack(deny('m-7f3a9c-reviewer')),
    'and, for settings, the deployment': stack(
      { ...deny('m-7f3a9c-reviewer'), Resource: `${arn}/object/*` },
      withDeployment(arn),
    ),
  },
  bad: {
    'no policy': stack(),
    'a role of another matter': stack(deny('m-7f3a9c-reviewer', 'm-2be41d-reviewer')),
    'any role': stack(deny('*')),
    'the deployment reads objects': stack(withDeployment([arn, `${arn}/object/*`])),
    'the point but not its objects': stack({ ...deny('m-7f3a9c-reviewer'), Resource: arn }),
    'reading only': stack({ ...deny('m-7f3a9c-reviewer'), Action: 's3:GetObject' }),
  },
});
