import type { WorldCaller } from '../cases/callers';
import type { Condition, Selector } from '../policy/statement';
import type { Principal } from '../world/world';

export const doing = (...actions: readonly string[]): Selector => ({
  actions: { negated: false, patterns: actions },
  conditions: [],
});

export const showing = (...conditions: readonly Condition[]): Selector => ({ conditions });

/** Callers that are one of these roles of the templates. */
export const among = (roles: readonly Principal[]) => {
  const arns = new Set(roles.map(({ arn }) => arn));
  return ({ role, caller }: WorldCaller): boolean => role === 'template' && arns.has(caller.arn ?? '');
};

export const not =
  (wanted: (caller: WorldCaller) => boolean) =>
  (caller: WorldCaller): boolean =>
    !wanted(caller);

/** The CloudFormation execution role, which deploys these very templates and so can change what they say. */
export const isDeployment = ({ caller }: WorldCaller): boolean =>
  /:role\/.*cfn-exec-role/.test(caller.arn ?? '');

export const isNamed =
  (...suffixes: readonly string[]) =>
  ({ role, caller }: WorldCaller): boolean =>
    role === 'template' && suffixes.some((suffix) => caller.arn?.endsWith(suffix));
