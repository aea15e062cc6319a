import { isMultivalued } from '../aws/context-keys.ts';
import type { ProofReport } from '../prove-assembly.ts';
import { emitClaim, smtHeader } from '../smt/emit-claim.ts';

/**
 * Every access statement as SMT-LIB 2, for a solver of the reviewer's own. The network part is not in it. One
 * piece a claim: together they are longer than a string can be.
 */
export function* proofSmt2(report: ProofReport): Generator<string> {
  yield smtHeader;
  for (const { world, statement, subject, claim } of report.results)
    if (claim !== undefined)
      yield `${emitClaim(`${world}: ${statement.id}: ${subject}`, claim, isMultivalued)}\n`;
}
