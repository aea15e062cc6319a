import { messageOf } from '../../lib/model/as-text.ts';
import type { Finding, StackPlace } from '../../lib/model/finding.ts';
import type {
  AssemblyCheck,
  CatalogueFacts,
  Check,
  Deviation,
  PlacedDeviation,
  ResourceCheck,
} from '../authoring/check.ts';
import type { StackTemplate } from '../template/assembly.ts';
import type { AssemblyView } from '../template/assembly-view.ts';
import type { ResourceView } from '../template/resource-view.ts';
import { pathOf } from '../template/template-facts.ts';
import type { Control } from './control.ts';

export interface Judgement {
  readonly findings: readonly Finding<StackPlace>[];
  /** Number of times a check looked at something it applies to. */
  readonly verdicts: number;
}

/**
 * Runs every check of `controls` over the assembly.
 *
 * @param catalogue facts about the whole catalogue, also when only some of its controls are asked.
 */
export function judge(
  view: AssemblyView,
  controls: readonly Control[],
  catalogue: CatalogueFacts,
): Judgement {
  const findings: Finding<StackPlace>[] = [];
  let verdicts = 0;
  const byType = checksByType(controls);
  for (const { stack, resource } of view.resources)
    for (const [control, check] of [...(byType.get(resource.type) ?? []), ...(byType.get('*') ?? [])]) {
      const deviations = judgeResource(check, resource, catalogue);
      if (deviations === 'not applicable') continue;
      verdicts++;
      for (const deviation of deviations)
        findings.push(finding(control, check, deviation, stack, resource.logicalId));
    }
  for (const control of controls)
    for (const check of control.checks) {
      if (check.scope !== 'assembly') continue;
      const deviations = judgeAssembly(check, view, catalogue);
      if (deviations === 'not applicable') continue;
      verdicts++;
      for (const deviation of deviations) {
        const stack = view.stacks.find(({ id }) => id === deviation.stack);
        findings.push(finding(control, check, deviation, stack ?? deviation.stack, deviation.logicalId));
      }
    }
  return { findings, verdicts };
}

/** Rule id that findings, packs, acknowledgements and exceptions share. */
export const ruleId = ({ control, name }: Pick<Check, 'control' | 'name'>): string => `${control}/${name}`;

/** A check that throws has not shown that the control holds: that is a deviation. */
export function judgeResource(
  check: ResourceCheck,
  resource: ResourceView,
  catalogue: CatalogueFacts,
): readonly Deviation[] | 'not applicable' {
  try {
    return check.judge(resource, catalogue);
  } catch (error) {
    return [undecided(error)];
  }
}

export function judgeAssembly(
  check: AssemblyCheck,
  view: AssemblyView,
  catalogue: CatalogueFacts,
): readonly PlacedDeviation[] | 'not applicable' {
  try {
    return check.judge(view, catalogue);
  } catch (error) {
    return [{ ...undecided(error), stack: view.stacks[0]?.id ?? '' }];
  }
}

const undecided = (error: unknown): Deviation => ({
  property: '-',
  got: `not decidable: ${messageOf(error)}`,
});

function checksByType(controls: readonly Control[]): Map<string, [Control, ResourceCheck][]> {
  const byType = new Map<string, [Control, ResourceCheck][]>();
  for (const control of controls)
    for (const check of control.checks) {
      if (check.scope !== 'resource') continue;
      for (const type of check.types === '*' ? ['*'] : check.types)
        byType.set(type, [...(byType.get(type) ?? []), [control, check]]);
    }
  return byType;
}

function finding(
  control: Control,
  check: Check,
  deviation: Deviation,
  stack: StackTemplate | string,
  logicalId: string | undefined,
): Finding<StackPlace> {
  const known = typeof stack === 'string' ? undefined : stack;
  const constructPath = logicalId === undefined || known === undefined ? undefined : pathOf(known, logicalId);
  return {
    source: 'LPO',
    code: ruleId(check),
    control: control.id,
    title: control.title,
    severity: control.severity,
    where: {
      stack: typeof stack === 'string' ? stack : stack.id,
      ...(known === undefined ? {} : { file: known.file }),
      ...(logicalId === undefined ? {} : { logicalId }),
      ...(constructPath === undefined ? {} : { constructPath }),
      ...(deviation.property === '-' ? {} : { property: deviation.property }),
    },
    got: deviation.got,
    expected: deviation.expected ?? check.expected,
    fix: deviation.fix ?? check.fix,
  };
}
