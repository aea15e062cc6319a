import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { managedPolicy } from '../../../authoring/fixtures/managed-policy.ts';
import { namedIn } from '../../../template/arn.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';
import { readName, vendorName } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';
import type { ResourceView } from '../../../template/resource-view.ts';

const suspended = { Effect: 'Deny', Action: '*', Resource: '*' };
const person = (...ids: readonly string[]) => ({
  ...suspended,
  Condition: { StringLike: { 'aws:userid': ids.flatMap((id) => [`*:${id}`, `*:${id}@*`]) } },
});
const onePerson = person('p-0f8a21');
const attach = (Condition: object | undefined, more: object = {}) => ({
  Effect: 'Allow',
  Action: 'iam:AttachRolePolicy',
  Resource: 'arn:aws:iam::200000000001:role/lpo-meridian-m-*',
  ...(Condition && { Condition }),
  ...more,
});
const named = { ArnEquals: { 'iam:PolicyARN': { Ref: 'Suspended' } } };
const people = (pattern: string) => ({
  ArnLike: { 'iam:PolicyARN': `arn:aws:iam::200000000001:policy/${pattern}` },
});
const policy = (statement: object, name?: string) => managedPolicy([statement], name);
const example = (statement: object, held: object = suspended, one: object = onePerson): ExampleStacks => ({
  'a/Access': {
    account: '200000000001',
    template: {
      Resources: {
        Suspended: policy(held),
        Person: policy(one, `${vendorName('meridian', 'suspended')}-p-0f8a21`),
        Power: policy(statement),
      },
    },
  },
});

const attaching = /^iam:Attach(Role|User|Group)Policy$/i;

/** True where a policy takes everything away: from everybody, or from the sessions of the person it is named after. */
const denies = (resource: ResourceView, of: 'everybody' | 'one person'): boolean =>
  resource
    .statements('PolicyDocument')
    .some(
      ({ effect, actions, resources, conditions }) =>
        effect === 'Deny' &&
        actions.includes('*') &&
        resources.includes('*') &&
        (of === 'everybody'
          ? conditions.length === 0
          : conditions.length === 1 &&
            conditions.every(
              ({ operator, key, values }) =>
                operator === 'StringLike' && key === 'aws:userid' && isWhomItNames(resource, values),
            )),
    );

/** A session is named with the person's id, alone or in front of an @; the policy's name ends with it. */
function isWhomItNames(resource: ResourceView, values: readonly string[]): boolean {
  const id = readName(resource.text('ManagedPolicyName') ?? '')?.person;
  return id !== undefined && [...values].sort().join() === [`*:${id}`, `*:${id}@*`].sort().join();
}

/** True where a value names policies of these templates alone, each of which takes everything away. */
function namesDenials(view: AssemblyView, { stack }: Placed, value: string): boolean {
  const id = /^\$\{(\w+)\}$/.exec(value)?.[1];
  const policies = view
    .ofType('AWS::IAM::ManagedPolicy')
    .filter((placed) => placed.stack.account === stack.account);
  if (id) {
    const one = policies.find((placed) => placed.stack.id === stack.id && placed.resource.logicalId === id);
    return one !== undefined && denies(one.resource, 'everybody');
  }
  // The star stands for the person, never for a part of a name that a matter's policy could have.
  const policy = namedIn(value, 'iam', 'policy');
  const { vendor, purpose, person } = readName(policy?.name ?? '') ?? {};
  const meant = policies.filter(({ resource }) => {
    const name = readName(resource.text('ManagedPolicyName') ?? '');
    return name?.vendor === vendor && name?.purpose === 'suspended' && name.person !== undefined;
  });
  return (
    policy?.account === stack.account &&
    vendor !== '*' &&
    purpose === 'suspended' &&
    person === 'p-*' &&
    meant.length > 0 &&
    meant.every(({ resource }) => denies(resource, 'one person'))
  );
}

/** A Deny of everything on a session name is a suspension, whatever it is called. */
const aimsAtAPerson = (resource: ResourceView): boolean =>
  resource
    .statements('PolicyDocument')
    .some(
      ({ effect, actions, conditions }) =>
        effect === 'Deny' && actions.includes('*') && conditions.some(({ key }) => key === 'aws:userid'),
    );

const bound = (view: AssemblyView, placed: Placed, { actions, conditions }: Statement): boolean =>
  actions.every((action) => !attaching.test(action) || /^iam:AttachRolePolicy$/i.test(action)) &&
  conditions.some(
    ({ operator, key, values }) =>
      /^Arn(Equals|Like)$/.test(operator) &&
      key === 'iam:policyarn' &&
      values.length > 0 &&
      values.every((value) => namesDenials(view, placed, value)),
  );

/** A role that ends sessions by attaching a policy could attach any other one as well, if nothing named it. */
export const check = assemblyCheck({
  control: 'LPO-INC-02',
  name: 'only-a-full-deny-is-attached',
  expected:
    'where a policy or boundary allows attaching policies to roles, it names one that denies everything',
  fix: 'condition the statement with ArnEquals iam:PolicyARN on a managed policy of the stack that is Deny * on *',
  judge(view) {
    const policies = view.ofType('AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy');
    const lost = policies
      .filter(({ resource }) => aimsAtAPerson(resource) && !denies(resource, 'one person'))
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property: 'ManagedPolicyName',
        got: 'a suspension that is not named after the one person it denies',
      }));
    const attached = policies.flatMap((placed) =>
      placed.resource
        .statements('PolicyDocument')
        .filter(({ effect, actions }) => effect === 'Allow' && actions.some((one) => attaching.test(one)))
        .filter((statement) => !bound(view, placed, statement))
        .map(({ path, name }) => ({
          stack: placed.stack.id,
          logicalId: placed.resource.logicalId,
          property: path,
          got: `${name} lets other policies be attached`,
        })),
    );
    return [...lost, ...attached];
  },
  good: {
    'the suspension alone': example(attach(named)),
    'the suspension of one person': example(attach(people(`${vendorName('meridian', 'suspended')}-p-*`))),
  },
  bad: {
    'any policy': example(attach(undefined)),
    'a policy nobody can see': example(
      attach({ ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' } }),
    ),
    'a wider pattern': example(attach(people('lpo-meridian-*'))),
    'a pattern that means nothing': example(attach(people(`${vendorName('luzon', 'suspended')}-p-*`))),
    'one person whose policy grants': example(
      attach(people(`${vendorName('meridian', 'suspended')}-p-*`)),
      suspended,
      {
        ...onePerson,
        Effect: 'Allow',
      },
    ),
    'one person whose policy denies another': example(
      attach(people(`${vendorName('meridian', 'suspended')}-p-*`)),
      suspended,
      person('p-999999'),
    ),
    'one person whose policy denies two': example(
      attach(people(`${vendorName('meridian', 'suspended')}-p-*`)),
      suspended,
      person('p-0f8a21', 'p-999999'),
    ),
    'to users': example(attach(named, { Action: ['iam:AttachRolePolicy', 'iam:AttachUserPolicy'] })),
    'a deny with a way around': example(attach(named), {
      ...suspended,
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': '999999999999' } },
    }),
    'a deny of some actions': example(attach(named), { ...suspended, Action: 's3:*' }),
    'a grant': example(attach(named), { ...suspended, Effect: 'Allow' }),
  },
});
