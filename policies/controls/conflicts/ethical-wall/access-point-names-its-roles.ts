import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { isNamedRole, shape } from '../../../authoring/deny/condition-shapes.ts';
import { undenied } from '../../../authoring/deny/required-deny.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';

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
const stack = (statement?: object): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    AccessPoint: {
      Type: 'AWS::S3::AccessPoint',
      Properties: {
        Name: 'lpo-meridian-m-7f3a9c',
        Tags: tags({ 'lpo:matter': 'm-7f3a9c' }),
        ...(statement ? { Policy: { Statement: [statement] } } : {}),
      },
    },
  },
});

export const check = assemblyCheck({
  control: 'LPO-COI-02',
  name: 'access-point-names-its-roles',
  expected: 'the access point denies every action to every principal but the named roles of this matter',
  fix: 'give it a policy that denies s3:* where ArnNotEquals aws:PrincipalArn lists the roles of the matter',
  judge(view) {
    const points = view.ofType('AWS::S3::AccessPoint');
    if (points.length === 0) return 'not applicable';
    return points.flatMap(({ stack, resource }) => {
      const matter = resource.tags['lpo:matter'];
      const named = shape(['ArnNotEquals', 'ArnNotEqualsIfExists'], 'aws:PrincipalArn', (values) =>
        values.every(
          (value) =>
            isNamedRole(value) &&
            !value.includes('*') &&
            matter !== undefined &&
            value.includes(`-${matter}-`),
        ),
      );
      const whole = (resources: readonly string[]) =>
        resources.some((one) => one.endsWith('/object/*')) &&
        resources.some((one) => /accesspoint\/[^/]+$/.test(one));
      const open = undenied(
        { actions: ['s3:*'], trigger: [named], exempting: [] },
        resource.statements('Policy'),
        (statement) => whole(statement.resources),
      );
      return open.length === 0
        ? []
        : [
            {
              stack: stack.id,
              logicalId: resource.logicalId,
              property: 'Policy',
              got: 'open to other roles',
            },
          ];
    });
  },
  good: { 'its roles': stack(deny('m-7f3a9c-reviewer')) },
  bad: {
    'no policy': stack(),
    'a role of another matter': stack(deny('m-7f3a9c-reviewer', 'm-2be41d-reviewer')),
    'any role': stack(deny('*')),
    'the point but not its objects': stack({ ...deny('m-7f3a9c-reviewer'), Resource: arn }),
    'reading only': stack({ ...deny('m-7f3a9c-reviewer'), Action: 's3:GetObject' }),
  },
});
