import type { Finding, StackPlace } from '../../lib/model/finding.ts';
import type { StackTemplate } from '../template/assembly.ts';
import type { IncludedStacks } from '../template/include-stacks.ts';
import { pathOf } from '../template/template-facts.ts';
import type { Pack } from './packs.ts';

export interface PackEvaluation {
  readonly findings: readonly Finding<StackPlace>[];
  /** Rules asked, summed over resources. */
  readonly evaluations: number;
}

/**
 * Runs a public pack over included templates.
 *
 * @param only ids of the stacks it is for. @default - all
 */
export function evaluatePack(
  included: IncludedStacks,
  pack: Pack,
  only?: ReadonlySet<string>,
): PackEvaluation {
  const scopes =
    only === undefined
      ? [included.app]
      : included.stacks.filter(({ stack }) => only.has(stack.id)).map(({ scope }) => scope);
  const violations = scopes.flatMap((scope) => pack.validateScope(scope).violations);
  return {
    findings: violations.flatMap(({ ruleName, description, severity, violatingResources }) =>
      violatingResources.map(({ constructPath }): Finding<StackPlace> => {
        const [rule = ruleName] = ruleName.split('[');
        return {
          source: pack.name,
          code: ruleName,
          title: description,
          severity: severity === 'error' ? 'high' : 'medium',
          where: {
            ...where(included.locate(constructPath ?? '')),
            property: /\[(.*)\]$/s.exec(ruleName)?.[1] ?? 'Properties',
          },
          got: description,
          expected: `what ${rule} of cdk-nag asks for`,
          fix: 'change the resource, or acknowledge the finding beside its construct with a reason',
        };
      }),
    ),
    evaluations: pack.evaluations,
  };
}

/** A finding for each template that no pack could look at. */
export const notIncluded = ({ failures }: IncludedStacks): Finding<StackPlace>[] =>
  failures.map(({ stack, message }) => ({
    source: 'AwsSolutions',
    code: 'cdk-nag/template-not-readable',
    title: 'The packs could not look at a template',
    severity: 'high',
    where: { stack: stack.id, file: stack.file },
    got: message,
    expected: 'a template that cloudformation-include understands',
    fix: 'correct the template; nothing in it was looked at by the packs',
  }));

function where(place: { stack: StackTemplate; logicalId: string } | undefined): StackPlace {
  if (!place) return { stack: 'unknown' };
  const { stack, logicalId } = place;
  const constructPath = pathOf(stack, logicalId);
  return { stack: stack.id, file: stack.file, logicalId, ...(constructPath ? { constructPath } : {}) };
}
