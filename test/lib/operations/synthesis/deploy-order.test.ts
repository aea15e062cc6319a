import { CloudAssembly, type CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { exampleFolder } from '../../../support/example-assembly.ts';

// IAM and KMS refuse a name that does not exist yet, and templates spell such names out. So whatever a stack
// names must be in it, or in a stack that is deployed before it.

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

const stacks = new CloudAssembly(exampleFolder()).stacksRecursively;
const byId = new Map(stacks.map((stack) => [stack.id, stack]));

const resourcesIn = (stack: CloudFormationStackArtifact): Resource[] =>
  Object.values(stack.template.Resources);

function withEverythingBefore(
  stack: CloudFormationStackArtifact,
  seen = new Set<CloudFormationStackArtifact>(),
) {
  if (seen.has(stack)) return seen;
  seen.add(stack);
  for (const { id } of stack.dependencies) {
    const before = byId.get(id);
    if (before) withEverythingBefore(before, seen);
  }
  return seen;
}

/** ARNs of the named roles and policies that exist once `stack` and all before it are there. */
const named: Record<string, readonly [kind: string, property: string]> = {
  'AWS::IAM::Role': ['role', 'RoleName'],
  'AWS::IAM::ManagedPolicy': ['policy', 'ManagedPolicyName'],
};
const arnsAfter = (stack: CloudFormationStackArtifact): Set<string> =>
  new Set(
    [...withEverythingBefore(stack)].flatMap((before) =>
      resourcesIn(before).flatMap(({ Type, Properties }) => {
        const [kind, property] = named[Type] ?? [];
        const name = property && Properties[property];
        return name ? [`arn:aws:iam::${before.environment.account}:${kind}/${name}`] : [];
      }),
    ),
  );

const roleArns = (value: unknown): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"(arn:aws:iam::\d{12}:role\/[^"*]+)"/g)].map(
    ([, arn]) => `${arn}`,
  );

/** Names in a stack that AWS resolves while it is deployed: boundaries, and principals of keys and trusts. */
const needed = (stack: CloudFormationStackArtifact): string[] =>
  resourcesIn(stack).flatMap(({ Type, Properties }) => {
    if (Type === 'AWS::IAM::Role')
      return [
        ...(typeof Properties.PermissionsBoundary === 'string' ? [Properties.PermissionsBoundary] : []),
        ...principalsOf(Properties.AssumeRolePolicyDocument),
      ];
    return Type === 'AWS::KMS::Key' ? principalsOf(Properties.KeyPolicy) : [];
  });

const principalsOf = (policy: unknown): string[] =>
  (policy as { Statement: { Principal?: unknown }[] }).Statement.flatMap(({ Principal }) =>
    roleArns(Principal),
  );

/** Made by `cdk bootstrap`, before anything of ours. */
const fromBootstrap = (arn: string): boolean => /:role\/cdk-closedroom-/.test(arn);

test.each(stacks.map((stack) => [stack.displayName, stack] as const))(
  '%s names nothing that is deployed later',
  (_name, stack) => {
    const there = arnsAfter(stack);
    expect(needed(stack).filter((arn) => !there.has(arn) && !fromBootstrap(arn))).toEqual([]);
  },
);

test('the stacks do name roles and boundaries', () => {
  const all = stacks.flatMap(needed);
  expect(all.filter((arn) => arn.includes(':policy/')).length).toBeGreaterThan(20);
  expect(all.filter((arn) => arn.includes(':role/lpo-')).length).toBeGreaterThan(5);
});
