import { by } from '../../lib/model/order.ts';
import { type ProofStatement, parts } from './authoring/proof-statement.ts';

/** Exports of a file of `policies/proofs/statements`. */
export interface StatementFile {
  readonly statement: ProofStatement;
}

/**
 * Statements in the order they are reported.
 *
 * @param files by path below `policies/proofs/statements`.
 * @throws when a file exports something else, or a statement is not named after its file; with every such file.
 */
export function joinStatements(files: Readonly<Record<string, StatementFile>>): readonly ProofStatement[] {
  const written = Object.entries(files);
  const problems = written.flatMap(([path, exported]) => {
    const names = Object.keys(exported).join(', ');
    if (names !== 'statement')
      return [`${path}: exports ${names || 'nothing'}; it exports \`statement\` alone`];
    const { id } = exported.statement;
    return path === `${id}.ts` ? [] : [`${path}: the statement has the id ${id}, not the name of its file`];
  });
  if (problems.length > 0)
    throw new Error(`The proof statements cannot be joined:\n  ${problems.join('\n  ')}`);
  return parts.flatMap((part) =>
    written
      .map(([, { statement }]) => statement)
      .filter((statement) => statement.part === part)
      .sort(by(({ id }) => id)),
  );
}
