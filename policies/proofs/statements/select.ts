import type { WorldCaller } from '../cases/callers';
import { fact } from '../cases/fact';
import type { Condition, Selector } from '../policy/statement';
import type { Principal, World } from '../world/world';

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
 * use it is the pipeline's business.
 */
export const isDeployment: Wanted = ({ caller }) => /:role\/.*cfn-exec-role/.test(caller.arn ?? '');

/** The role that hands change sets to CloudFormation, and nothing else. */
export const isPipeline: Wanted = ({ caller }) => /:role\/.*-deploy-role/.test(caller.arn ?? '');

export const isNamed =
  (...suffixes: readonly string[]): Wanted =>
  ({ role, caller }) =>
    role === 'template' && suffixes.some((suffix) => caller.arn?.endsWith(suffix));

/** Any role of an account of which no template knows. */
export const isStray: Wanted = ({ role }) => role === 'stray';

/**
 * A policy has no room for every matter, so some SCPs know the roles of matters by a pattern. A role that no
 * template makes cannot have such a name, for nobody but the deployment makes roles (roles-cannot-escalate).
 */
export const notNamedLikeOurs = ({ account }: World): Selector =>
  showing(fact('ArnNotLike', 'aws:PrincipalArn', `arn:*:iam::${account}:role/lpo-*-m-*`));
