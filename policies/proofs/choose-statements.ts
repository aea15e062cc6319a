import { inputFinding, UnusableInputError } from '../../lib/model/finding.ts';

import { allStatements } from './all-statements.ts';
import type { ProofStatement } from './authoring/proof-statement.ts';

/** Statements by id; all when none is named. @throws UnusableInputError on an id that does not exist. */
export function chooseStatements(ids?: readonly string[]): readonly ProofStatement[] {
  if (ids === undefined) return allStatements;
  const unknown = ids.filter((id) => !allStatements.some((statement) => statement.id === id));
  if (unknown.length > 0) {
    throw new UnusableInputError(
      unknown.map((id) =>
        inputFinding({
          code: 'PROVE-STATEMENT',
          where: { name: 'command line' },
          got: id,
          expected: allStatements.map((statement) => statement.id).join(', '),
          fix: 'name one of these, or leave --statement out',
        }),
      ),
    );
  }
  return allStatements.filter(({ id }) => ids.includes(id));
}
