import type { Finding, StackPlace } from '../../lib/model/finding.ts';
import { type ProofResult, proveAssembly } from '../proofs/prove-assembly.ts';
import { exampleOf } from '../proofs/report/conclusion.ts';
import { matterOf } from '../reading/matter-of.ts';
import type { AssemblyView } from '../template/assembly-view.ts';

export interface ProofEvaluation {
  readonly findings: readonly Finding<StackPlace>[];
  /** Assertions decided. */
  readonly assertions: number;
}

/**
 * Findings of the prover: what it refutes, cannot decide or cannot read. An assembly without a vendor's matters has nothing the
 * statements are about.
 */
export function evaluateProofs(view: AssemblyView): ProofEvaluation {
  if (!view.resources.some(({ resource }) => matterOf(resource) !== undefined))
    return { findings: [], assertions: 0 };
  const report = proveAssembly(view.assembly);
  // Whatever was not read makes every statement about that vendor unknown; the failures say it once.
  const failed = new Set(report.failures.map(({ vendor }) => vendor));
  return {
    findings: [
      ...report.results
        .filter(({ verdict, world }) => verdict.kind !== 'proved' && !failed.has(world))
        .map(open),
      ...report.failures,
    ],
    assertions: report.results.length,
  };
}

function open(result: ProofResult): Finding<StackPlace> {
  const { statement, world, subject } = result;
  return {
    source: 'Proof',
    code: `proof:${statement.id}`,
    ...(statement.controls[0] ? { control: statement.controls[0] } : {}),
    title: statement.title,
    severity: 'critical',
    where: { stack: world, property: subject },
    got: witness(result),
    expected: `${statement.property}: ${statement.title}`,
    fix: 'run `lpo prove` for the whole counter-example and the statement that let it through',
  };
}

function witness(result: ProofResult): string {
  const { verdict } = result;
  if (verdict.kind === 'unknown') return `unknown: ${verdict.reason}`;
  if (verdict.kind === 'proved') return 'proved';
  if ('witness' in verdict) return `${verdict.witness.join(' -> ')}; cause: ${verdict.culprits.join(', ')}`;
  const { who, action, resource, context, allowedBy } = exampleOf(verdict.counterExample, result);
  const when = context.length > 0 ? ` when ${context.join(', ')}` : '';
  return `${who} may ${action} on ${resource}${when}; allowed by ${allowedBy.join(' and ')}`;
}
