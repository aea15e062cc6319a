import { asText } from '../../lib/model/as-text.ts';
import type { AssemblyView, Placed } from '../template/assembly-view.ts';

export type OrganizationPolicyType =
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY'
  | 'DECLARATIVE_POLICY_EC2'
  | 'S3_POLICY'
  | 'AISERVICES_OPT_OUT_POLICY';

/** Policies of a type that are attached to an account, to its organizational unit or to the root. */
export function policiesOn(
  view: AssemblyView,
  account: string,
  type: OrganizationPolicyType,
): readonly Placed[] {
  const index = indexes.get(view) ?? indexOf(view);
  indexes.set(view, index);
  return [...(index.get(`${type} ${account}`) ?? []), ...(index.get(`${type} wide`) ?? [])];
}

/** By type and target; `wide` is an organizational unit or the root. Built once a view. */
const indexes = new WeakMap<AssemblyView, ReadonlyMap<string, readonly Placed[]>>();

function indexOf(view: AssemblyView): ReadonlyMap<string, readonly Placed[]> {
  const index = new Map<string, Placed[]>();
  for (const policy of view.ofType('AWS::Organizations::Policy'))
    for (const target of policy.resource.list('TargetIds').map(asText)) {
      const key = `${policy.resource.text('Type')} ${/^(ou|r)-/.test(target) ? 'wide' : target}`;
      index.set(key, [...(index.get(key) ?? []), policy]);
    }
  return index;
}
