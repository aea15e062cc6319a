import type { AssemblyView, Placed } from '../../../assembly/assembly-view';
import type { Statement } from '../../../assembly/policy-document';
import { assemblyCheck, type ExampleStacks } from '../../control';

const suspended = { Effect: 'Deny', Action: '*', Resource: '*' };
const attach = (Condition: object | undefined, more: object = {}) => ({
  Effect: 'Allow',
  Action: 'iam:AttachRolePolicy',
  Resource: 'arn:aws:iam::200000000001:role/lpo-meridian-m-*',
  ...(Condition && { Condition }),
  ...more,
});
const named = { ArnEquals: { 'iam:PolicyARN': { Ref: 'Suspended' } } };
const example = (statement: object, held: object = suspended): ExampleStacks => ({
  'a/Access': {
    account: '200000000001',
    template: {
      Resources: {
        Suspended: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: [held] } } },
        Power: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: { Statement: [statement] } },
        },
      },
    },
  },
});

const attaching = /^iam:Attach(Role|User|Group)Policy$/i;

/** Whether a managed policy of the same stack takes everything away, without any condition. */
function deniesEverything(view: AssemblyView, { stack }: Placed, value: string): boolean {
  const id = /^\$\{(\w+)\}$/.exec(value)?.[1];
  const policy = view.inStack(stack).find(({ resource }) => resource.logicalId === id)?.resource;
  const statements = policy?.type === 'AWS::IAM::ManagedPolicy' ? policy.statements('PolicyDocument') : [];
  return statements.some(
    ({ effect, actions, resources, conditions }) =>
      effect === 'Deny' && actions.includes('*') && resources.includes('*') && conditions.length === 0,
  );
}

const bound = (view: AssemblyView, placed: Placed, { actions, conditions }: Statement): boolean =>
  actions.every((action) => !attaching.test(action) || /^iam:AttachRolePolicy$/i.test(action)) &&
  conditions.some(
    ({ operator, key, values }) =>
      operator === 'ArnEquals' &&
      key === 'iam:policyarn' &&
      values.length > 0 &&
      values.every((value) => deniesEverything(view, placed, value)),
  );

/** Who ends sessions by attaching a policy could attach any other one as well, if nothing named it. */
export const onlyAFullDenyIsAttached = assemblyCheck({
  name: 'only-a-full-deny-is-attached',
  expected:
    'where a policy or boundary allows attaching policies to roles, it names one that denies everything',
  mend: 'condition the statement with ArnEquals iam:PolicyARN on a managed policy of the stack that is Deny * on *',
  judge(view) {
    return view.ofType('AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy').flatMap((placed) =>
      placed.resource
        .statements('PolicyDocument')
        .filter(({ effect, actions }) => effect === 'Allow' && actions.some((one) => attaching.test(one)))
        .filter((statement) => !bound(view, placed, statement))
        .map(({ path, name }) => ({
          stack: placed.stack.id,
          logicalId: placed.resource.logicalId,
          property: path,
          found: `${name} lets other policies be attached`,
        })),
    );
  },
  good: { 'the suspension alone': example(attach(named)) },
  bad: {
    'any policy': example(attach(undefined)),
    'a policy nobody can see': example(
      attach({ ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' } }),
    ),
    'a pattern': example(attach({ ArnLike: { 'iam:PolicyARN': { Ref: 'Suspended' } } })),
    'to users': example(attach(named, { Action: ['iam:AttachRolePolicy', 'iam:AttachUserPolicy'] })),
    'a deny with a way around': example(attach(named), {
      ...suspended,
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': '999999999999' } },
    }),
    'a deny of some actions': example(attach(named), { ...suspended, Action: 's3:*' }),
    'a grant': example(attach(named), { ...suspended, Effect: 'Allow' }),
  },
});
