import type { ProofStatement } from '../../../policies/proofs/authoring/proof-statement.ts';
import { factsAsText } from '../labelled-lines.ts';
import { fileOf } from './implementation-of.ts';

const meaning: Readonly<Record<ProofStatement['property'], string>> = {
  always: 'every request of its kind is as it says',
  never: 'no request does this',
  possible: 'a job: each of its requests is allowed, end to end',
};

/** A statement of the prover, or a job, for a reader at a terminal of 80 columns. */
export const statementAsText = (statement: ProofStatement): string =>
  factsAsText(statement.id, statement.title, [
    ['proves', meaning[statement.property]],
    ['part', statement.part],
    ['controls', statement.controls.join(', ')],
    ['file', fileOf(statement)],
    ['decide it', `lpo prove cdk.out --statement ${statement.id}`],
  ]);
