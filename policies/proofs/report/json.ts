import { visibleJson } from '../../../lib/model/visible.ts';
import type { ProofReport } from '../prove-assembly.ts';
import { countVerdicts, exampleOf, isProved, reasonsOf } from './conclusion.ts';
import { limits } from './limits.ts';

/** The report for programs. Times are left out: same input, same bytes. */
export function proofJson(report: ProofReport): string {
  const document = {
    proved: isProved(report),
    counts: countVerdicts(report.results),
    results: report.results.map((result) => ({
      vendor: result.world,
      statement: result.statement.id,
      part: result.statement.part,
      title: result.statement.title,
      property: result.statement.property,
      controls: result.statement.controls,
      subject: result.subject,
      verdict: result.verdict.kind,
      decidedBy: reasonsOf(result),
      ...counterPart(result),
    })),
    failures: report.failures,
    limits,
  };
  return visibleJson(document);
}

function counterPart(result: ProofReport['results'][number]): object {
  const { verdict } = result;
  if (verdict.kind === 'unknown') return { reason: verdict.reason };
  if (verdict.kind === 'proved') return {};
  if ('witness' in verdict) return { counterExample: { ways: verdict.witness, causes: verdict.culprits } };
  return { counterExample: exampleOf(verdict.counterExample, result) };
}
