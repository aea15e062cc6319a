import type { AssemblyView } from '../assembly/assembly-view';
import type { Finding } from '../controls/finding';
import { matterOf } from '../controls/matter-of';
import type { Failure } from '../proofs/policy/statement';
import type { ProofReport, ProofResult } from '../proofs/prove-assembly';
import { proveAssembly } from '../proofs/prove-assembly';
import { exampleOf } from '../proofs/report/conclusion';

/**
 * The prover's statements as findings: what is refuted, and what it could not decide or read.
 *
 * An assembly without a matter has nothing the statements are about; that is no finding.
 */
export function proofFindings(view: AssemblyView): { findings: Finding[]; evaluations: number } {
  if (!view.resources.some(({ resource }) => matterOf(resource) !== undefined))
    return { findings: [], evaluations: 0 };
  const report: ProofReport = proveAssembly(view.assembly);
  const open = report.results.filter(({ verdict }) => verdict.kind !== 'proved');
  // A world that was not read makes every statement about it unknown; its failures say it once.
  const failed = new Set(report.failures.map(({ world }) => world));
  return {
    findings: [
      ...report.failures.map(({ failure }) => unread(failure)),
      ...open.filter(({ world }) => !failed.has(world)).map(unproved),
    ],
    evaluations: report.results.length,
  };
}

const base = { source: 'Proof', severity: 'critical', file: '' } as const;

function unproved({ world, statement, subject, verdict, ...rest }: ProofResult): Finding {
  const result = { world, statement, subject, verdict, ...rest };
  return {
    ...base,
    rule: `proof/${statement.id}`,
    control: statement.controls[0] ?? `proof/${statement.id}`,
    title: statement.title,
    stack: world,
    property: subject,
    found: foundBy(result),
    expected: statement.title,
    mend: `close what lets it through; \`lpo prove --statement ${statement.id}\` prints the whole request`,
  };
}

/** The counter-example in one sentence. */
function foundBy(result: ProofResult): string {
  const { verdict } = result;
  if (verdict.kind === 'unknown') return `not decided: ${verdict.reason}`;
  if (verdict.kind === 'proved') throw new Error('a proved statement is no finding');
  if ('witness' in verdict) return `${verdict.witness.join(' -> ')}; cause: ${verdict.culprits.join(', ')}`;
  const { who, action, resource, context, allowedBy } = exampleOf(verdict.counterExample, result);
  const when = context.length > 0 ? ` when ${context.join(', ')}` : '';
  return `${who} does ${action} on ${resource}${when}; allowed by ${allowedBy.join(' and ')}`;
}

const unread = ({ code, place, got, expected }: Failure): Finding => ({
  ...base,
  rule: `proof/${code}`,
  control: `proof/${code}`,
  title: 'The prover reads every statement it decides over',
  stack: place.stack,
  ...(place.logicalId ? { logicalId: place.logicalId } : {}),
  property: place.path || '-',
  found: got,
  expected,
  mend: 'write it in a form the prover knows; what it does not understand is never taken as safe',
});
