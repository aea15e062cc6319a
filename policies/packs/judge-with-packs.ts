import type { Finding } from '../catalogue/finding.ts';
import type { StackTemplate } from '../template/assembly.ts';
import type { IncludedStacks } from '../template/include-stacks.ts';
import { AwsSolutions, Nist80053R5 } from './packs.ts';

export interface PackJudgement {
  readonly findings: readonly Finding[];
  /** Rules asked, summed over resources, by pack. */
  readonly evaluations: ReadonlyMap<string, number>;
}

/** Runs the public packs over included templates. A template that could not be included is a finding. */
export function judgeWithPacks(
  included: IncludedStacks,
  packs: readonly (AwsSolutions | Nist80053R5)[] = [new AwsSolutions(), new Nist80053R5()],
): PackJudgement {
  const findings: Finding[] = included.failures.map(({ stack, message }) => ({
    source: 'AwsSolutions',
    rule: 'cdk-nag/template-not-readable',
    control: 'cdk-nag',
    title: 'The packs could not look at a template',
    severity: 'high',
    stack: stack.id,
    file: stack.file,
    property: '-',
    got: message,
    expected: 'a template that cloudformation-include understands',
    fix: 'mend the template; nothing in it was looked at by the packs',
  }));
  const evaluations = new Map<string, number>();
  for (const pack of packs) {
    const report = pack.validateScope(included.app);
    evaluations.set(pack.name, pack.evaluations);
    for (const { ruleName, description, severity, violatingResources } of report.violations)
      for (const { constructPath } of violatingResources) {
        const place = included.locate(constructPath ?? '');
        findings.push({
          source: pack.name,
          rule: ruleName,
          control: ruleName.replace(/\[.*/s, ''),
          title: description,
          severity: severity === 'error' ? 'high' : 'medium',
          ...where(place),
          property: /\[(.*)\]$/s.exec(ruleName)?.[1] ?? 'Properties',
          got: description,
          expected: `what ${ruleName.replace(/\[.*/s, '')} of cdk-nag asks for`,
          fix: 'change the resource, or acknowledge the finding beside its construct with a reason',
        });
      }
  }
  return { findings, evaluations };
}

function where(place: { stack: StackTemplate; logicalId: string } | undefined) {
  if (!place) return { stack: 'unknown', file: '' };
  const { stack, logicalId } = place;
  const constructPath = stack.constructPaths[logicalId];
  return { stack: stack.id, file: stack.file, logicalId, ...(constructPath ? { constructPath } : {}) };
}
