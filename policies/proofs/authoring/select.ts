import { rolesOfAMatter } from '../../reading/role-purposes.ts';
import {
  bootstrapRole,
  isPurpose,
  type Purpose,
  readName,
  readOurRole,
  readRole,
} from '../../template/names.ts';
import type { WorldCaller } from '../cases/callers.ts';
import { fact } from '../cases/fact.ts';
import type { Condition, Selector } from '../policy/statement.ts';
import type { Principal, World } from '../world/world.ts';

export const doing = (...actions: readonly string[]): Selector => ({
  actions: { negated: false, patterns: actions },
  conditions: [],
});

export const showing = (...conditions: readonly Condition[]): Selector => ({ conditions });

type Wanted = (caller: WorldCaller) => boolean;

/** Callers that are one of these roles of the templates. */
export const among = (roles: readonly Principal[]): Wanted => {
  const arns = new Set(roles.map(({ arn }) => arn));
  return ({ role, caller }) => role === 'template' && arns.has(caller.arn ?? '');
};

export const not =
  (wanted: Wanted): Wanted =>
  (caller) =>
    !wanted(caller);

export const both =
  (one: Wanted, other: Wanted): Wanted =>
  (caller) =>
    one(caller) && other(caller);

/** Everyone in the vendor's account: roles of the templates and any other, the deployment, the root user. */
export const inVendorAccount =
  ({ account }: World): Wanted =>
  ({ caller }) =>
    caller.account === account;

/**
 * The CloudFormation execution role. It makes these very templates true, so it can also change them; who may
 * use it is the pipeline's business. `cdk bootstrap` makes it, so a role of the templates never is it.
 */
export const isDeployment: Wanted = (caller) => isOfBootstrap(caller, 'cfn-exec');

/** The role that hands change sets to CloudFormation, and nothing else. */
export const isPipeline: Wanted = (caller) => isOfBootstrap(caller, 'deploy');

/** The role that the CDK looks things up with. */
export const isLookup: Wanted = (caller) => isOfBootstrap(caller, 'lookup');

const isOfBootstrap = ({ role, caller }: WorldCaller, purpose: ReturnType<typeof bootstrapRole>): boolean =>
  role !== 'template' && bootstrapRole(readRole(caller.arn ?? '')?.name ?? '') === purpose;

/**
 * Callers that are roles of this vendor's templates for these purposes, whole and in one account. Another
 * vendor's role, or one that only ends alike, is not among them.
 *
 * @param account The account of the role. @default - the vendor's
 */
export const isRoleOf = (
  world: World,
  purposes: readonly Purpose[],
  account: string | 'any' = world.account,
): Wanted => {
  return ({ role, caller }) =>
    role === 'template' &&
    (account === 'any' || caller.account === account) &&
    purposes.includes(purposeOf(world, caller.arn ?? '') as Purpose);
};

/** Purpose of a role of this vendor, by its ARN; undefined for any other role. */
export function purposeOf(world: World, arn: string): Purpose | undefined {
  const role = readOurRole(arn);
  const isOurs = role?.vendor === world.name && role.form === 'plain' && !role.isBoundary;
  return isOurs && isPurpose(role.purpose) ? role.purpose : undefined;
}

/** True where a bucket of this name is the vendor's for this purpose. */
export function isBucketOf(world: World, name: string, purpose: Purpose): boolean {
  const bucket = readName(name);
  return bucket?.form === 'bucket' && bucket.vendor === world.name && bucket.purpose === purpose;
}

/** Any role of an account of which no template knows. */
export const isStray: Wanted = ({ role }) => role === 'stray';

/**
 * A policy has no room for every matter, so some SCPs know the roles of matters by their last word, and those that
 * CloudFormation names by the stack. A role that no template makes cannot have such a name, for nobody but the
 * deployment makes roles (guardrails-leave-everyone-their-job).
 */
export const notNamedLikeOurs = ({ account, name, partition, stacks }: World): Selector =>
  showing(
    fact(
      'ArnNotLike',
      'aws:PrincipalArn',
      ...[
        ...Object.keys(rolesOfAMatter).map((word) => `lpo-${name}-m-*-${word}`),
        ...stacks.filter((stack) => stack.account === account).map(({ stackName }) => `${stackName}-Custom*`),
      ].map((role) => `arn:${partition}:iam::${account}:role/${role}`),
    ),
  );
