import type { AssemblyView, Placed } from '../assembly/assembly-view';
import type { Statement } from '../assembly/policy-document';

export type OrganizationPolicyType =
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY'
  | 'DECLARATIVE_POLICY_EC2'
  | 'S3_POLICY'
  | 'AISERVICES_OPT_OUT_POLICY';

/** Policies of a type that are attached to an account, to its organizational unit or to the root. */
export function policiesOn(view: AssemblyView, account: string, type: OrganizationPolicyType): Placed[] {
  return view.ofType('AWS::Organizations::Policy').filter(({ resource }) => {
    const targets = resource.list('TargetIds').map(String);
    return (
      resource.text('Type') === type &&
      targets.some((target) => target === account || /^(ou|r)-/.test(target))
    );
  });
}

export const statementsOn = (
  view: AssemblyView,
  account: string,
  type: OrganizationPolicyType,
): readonly Statement[] =>
  policiesOn(view, account, type).flatMap(({ resource }) => resource.statements('Content'));
