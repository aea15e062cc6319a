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
export const isDeployment: Wanted = ({ role, caller }) =>
  role !== 'template' && /:role\/.*cfn-exec-role/.test(caller.arn ?? '');

/** The role that hands change sets to CloudFormation, and nothing else. */
export const isPipeline: Wanted = ({ role, caller }) =>
  role !== 'template' && /:role\/.*-deploy-role/.test(caller.arn ?? '');

/**
 * Callers that are roles of this vendor's templates with these functions: `lpo-<vendor>-<function>`, whole and
 * in one account. Another vendor's role, or one that only ends alike, is not among them.
 *
 * @param functions `m-*-restorer` is the role of any zone of any matter.
 * @param account The account of the role. @default - the vendor's
 */
export const isRoleOf = (
  world: World,
  functions: readonly string[],
  account: string | 'any' = world.account,
): Wanted => {
  const names = functions.map((fn) => fn.replace('m-*', 'm-[0-9a-f]+(-privileged)?')).join('|');
  const pattern = new RegExp(`^lpo-${world.name}-(${names})$`);
  return ({ role, caller }) =>
    role === 'template' &&
    (account === 'any' || caller.account === account) &&
    pattern.test(roleName(caller.arn ?? ''));
};

/** Name of a role without a path; empty for anything else. */
export const roleName = (arn: string): string => /^arn:[^:]+:iam::\d{12}:role\/([^/]+)$/.exec(arn)?.[1] ?? '';

/** Any role of an account of which no template knows. */
export const isStray: Wanted = ({ role }) => role === 'stray';

/**
 * A policy has no room for every matter, so some SCPs know the roles of matters by a pattern. A role that no
 * template makes cannot have such a name, for nobody but the deployment makes roles (roles-cannot-escalate).
 */
export const notNamedLikeOurs = ({ account }: World): Selector =>
  showing(fact('ArnNotLike', 'aws:PrincipalArn', `arn:*:iam::${account}:role/lpo-*-m-*`));
