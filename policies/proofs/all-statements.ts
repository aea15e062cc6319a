import { allJobs } from './all-jobs.ts';
import type { ProofStatement } from './authoring/proof-statement.ts';
import { joinStatements } from './join-statements.ts';
import * as files from './statements/index.ts';
import { statementOf } from './work/job-statement.ts';

/** Every statement, by the part of the promise it belongs to, then by id. */
export const allStatements: readonly ProofStatement[] = [
  ...joinStatements(files),
  ...allJobs.map(statementOf),
];
