import junit from 'junit-report-builder';
import type { CheckResult } from '../../../policies/check/check-assembly';
import type { Finding } from '../../../policies/controls/finding';

/** One suite a stack, one failed case a finding; a skipped case for what was accepted, with its reason. */
export function findingsAsJunit(result: CheckResult): string {
  const builder = junit.newBuilder();
  const stacks = new Map<string, { finding: Finding; reason?: string }[]>();
  const add = (finding: Finding, reason?: string) => {
    const name = finding.stack || 'assembly';
    stacks.set(name, [...(stacks.get(name) ?? []), { finding, ...(reason ? { reason } : {}) }]);
  };
  for (const finding of result.findings) add(finding);
  for (const { finding, reason } of result.acknowledged) add(finding, reason);
  for (const { finding, exception } of result.excepted) add(finding, exception.reason);
  if (stacks.size === 0) builder.testSuite().name('assembly').testCase().className('lpo').name('no findings');
  for (const [stack, entries] of [...stacks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const suite = builder.testSuite().name(stack);
    for (const { finding, reason } of entries) {
      const place = finding.constructPath ?? finding.logicalId ?? stack;
      const testCase = suite.testCase().className(finding.rule).name(`${place} ${finding.property}`);
      if (reason) testCase.skipped();
      else testCase.failure(message(finding), finding.severity);
    }
  }
  return `${builder.build()}\n`;
}

const message = ({ found, expected, mend }: Finding): string =>
  `found: ${found}; expected: ${expected}; to mend: ${mend}`;
