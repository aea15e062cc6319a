import type { TemplateResource } from '../../policies/template/assembly.ts';

/** The resources of a stack by their logical ids. */
export type Beside = Readonly<Record<string, TemplateResource>>;

/**
 * A role can do what its policy, its boundary and the key's policy allow together. Where the policy and the
 * boundary of one role hold the same statement, a condition lost in one of them is still asked by the other.
 * A wider action or resource is not: a boundary may be shared, and its other statements would let it through.
 *
 * @param condition key of the condition that a mutant weakens; undefined for every other mutant.
 */
export function conditionSaidElsewhere(
  statement: unknown,
  condition: string | undefined,
  resource: TemplateResource,
  beside: Beside,
): { equivalent?: string } {
  if (resource.Type !== 'AWS::IAM::ManagedPolicy' || condition === undefined) return {};
  if ((statement as { Effect?: unknown }).Effect !== 'Allow') return {};
  if (condition === 'kms:ViaService')
    return { equivalent: 'key policies ask for it too: LPO-DAT-01/key-use-bound-to-its-purpose' };
  const text = JSON.stringify(statement);
  const again = Object.values(beside).some(
    (other) =>
      other.Type === resource.Type &&
      isBoundary(other) !== isBoundary(resource) &&
      JSON.stringify(other.Properties?.PolicyDocument ?? {}).includes(text) &&
      ofOneRole(other, resource, beside),
  );
  return again ? { equivalent: 'the policy and the boundary of the role both say it' } : {};
}

const nameOf = ({ Properties }: TemplateResource): string => String(Properties?.ManagedPolicyName);
const isBoundary = (policy: TemplateResource): boolean => nameOf(policy).endsWith('-boundary');

/** True where a role of the stack has the one as its boundary and the other as its policy. */
function ofOneRole(one: TemplateResource, other: TemplateResource, beside: Beside): boolean {
  const [boundary, policy] = isBoundary(one) ? [one, other] : [other, one];
  const boundaryId = Object.keys(beside).find((id) => beside[id] === boundary);
  return ([policy.Properties?.Roles ?? []].flat() as { Ref?: string }[]).some(({ Ref: role = '' }) => {
    const bound = beside[role]?.Properties?.PermissionsBoundary;
    if (typeof bound === 'string') return bound.endsWith(`:policy/${nameOf(boundary)}`);
    return boundaryId !== undefined && (bound as { Ref?: string } | undefined)?.Ref === boundaryId;
  });
}
