import type { Assembly } from '../assembly/assembly';
import type { Finding } from '../controls/finding';
import { type ProofReport, type ProofResult, proveAssembly } from '../proofs/prove-assembly';
import { exampleOf } from '../proofs/report/conclusion';

export interface ProofJudgement {
  readonly findings: readonly Finding[];
  /** Assertions decided. */
  readonly assertions: number;
}

/** What the prover refutes or cannot decide; an assembly without a vendor's matters has nothing to prove. */
export function judgeWithProofs(assembly: Assembly): ProofJudgement {
  const report = proveAssembly(assembly);
  return {
    findings: [
      ...report.results.filter(({ verdict }) => verdict.kind !== 'proved').map(open),
      ...unread(report),
    ],
    assertions: report.results.length,
  };
}

function open(result: ProofResult): Finding {
  const { statement, world, subject } = result;
  return {
    source: 'Proof',
    rule: `proof:${statement.id}`,
    control: statement.controls[0] ?? 'proof',
    title: statement.title,
    severity: 'critical',
    stack: world,
    file: '',
    property: subject,
    found: witness(result),
    expected: `${statement.property}: ${statement.title}`,
    mend: 'run `lpo prove` for the whole counter-example and the statement that let it through',
  };
}

function witness(result: ProofResult): string {
  const { verdict } = result;
  if (verdict.kind === 'unknown') return `unknown: ${verdict.reason}`;
  if (verdict.kind === 'proved') return 'proved';
  if ('witness' in verdict) return verdict.witness.join('; ');
  const { who, action, resource, context } = exampleOf(verdict.counterExample, result);
  return `${who} may ${action} on ${resource}${context.length > 0 ? ` with ${context.join(', ')}` : ''}`;
}

const unread = ({ failures }: ProofReport): Finding[] =>
  failures.map(({ world, failure }) => ({
    source: 'Proof',
    rule: `proof:${failure.code}`,
    control: 'proof',
    title: 'The prover could not read a template',
    severity: 'critical',
    stack: failure.place.stack || world,
    file: '',
    ...(failure.place.logicalId ? { logicalId: failure.place.logicalId } : {}),
    property: failure.place.path || '-',
    found: failure.got,
    expected: failure.expected,
    mend: 'write it in a form the prover knows; nothing about this vendor is proved until then',
  }));
