import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { role } from '../../../authoring/fixtures/role.ts';
import { namedIn } from '../../../template/arn.ts';

const boundary = {
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { ManagedPolicyName: 'lpo-meridian-matter-boundary' },
};
const bounded = (PermissionsBoundary?: unknown) =>
  role(PermissionsBoundary === undefined ? {} : { PermissionsBoundary });
const arn = 'arn:aws:iam::200000000001:policy/lpo-meridian-matter-boundary';
const stack = (Role: ReturnType<typeof bounded>): ExampleStacks => ({
  'meridian/Access': { Boundary: boundary, Role },
});

/** The boundary must be one that this assembly defines in the same account, so that it can be judged. */
export const check = assemblyCheck({
  control: 'LPO-IDN-02',
  name: 'role-has-boundary',
  expected: 'every role has a permissions boundary that is defined in the same account of this assembly',
  fix: 'set PermissionsBoundary to the ARN of the boundary for its function',
  judge(view) {
    const roles = view.ofType('AWS::IAM::Role');
    if (roles.length === 0) return 'not applicable';
    const policies = view.ofType('AWS::IAM::ManagedPolicy');
    return roles
      .filter(({ stack, resource }) => {
        const target = view.target(resource.get('PermissionsBoundary'), stack);
        if (target) return target.resource.type !== 'AWS::IAM::ManagedPolicy';
        const named = namedIn(resource.text('PermissionsBoundary') ?? '', 'iam', 'policy');
        return !policies.some(
          (policy) =>
            named !== undefined &&
            policy.stack.account === named.account &&
            policy.resource.text('ManagedPolicyName') === named.name,
        );
      })
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property: 'PermissionsBoundary',
        got: resource.show('PermissionsBoundary'),
      }));
  },
  good: { 'by name': stack(bounded(arn)), 'by reference': stack(bounded({ Ref: 'Boundary' })) },
  bad: {
    none: stack(bounded()),
    'one that is not there': stack(bounded(`${arn}-2`)),
    'one of another account': stack(bounded(arn.replace('2', '3'))),
    'one of AWS': stack(bounded('arn:aws:iam::aws:policy/PowerUserAccess')),
  },
});
