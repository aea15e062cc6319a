import { isMultivalued } from '../aws/context-keys';
import type { ProofReport } from '../prove-assembly';
import { emitClaim, smtHeader } from '../smt/emit-claim';

/** Every access statement as SMT-LIB 2, for a solver of the reviewer's own. The network part is not in it. */
export const proofSmt2 = (report: ProofReport): string =>
  smtHeader +
  report.results
    .flatMap(({ world, statement, subject, claim }) =>
      claim === undefined ? [] : [emitClaim(`${world}: ${statement.id}: ${subject}`, claim, isMultivalued)],
    )
    .join('\n');
