import type { FactVerdict } from '../authoring/proof-statement.ts';
import { formatPlace, type Place } from '../policy/statement.ts';
import type { Fact } from './job.ts';

/** A setting that a job rests on: whether it holds, and what to say where it does not. */
export type Row = readonly [holds: boolean, fault: string];

/** Words of the rows that do not hold. */
export const faultsIn = (rows: readonly Row[]): string[] =>
  rows.flatMap(([holds, fault]) => (holds ? [] : [fault]));

/** A fact that holds where a resource has no fault. */
export const withoutFault = (subject: string, place: Place, faults: () => readonly string[]): Fact => ({
  subject,
  decide: (): FactVerdict => {
    const witness = faults();
    return witness.length === 0
      ? { kind: 'proved', because: [formatPlace(place)] }
      : { kind: 'refuted', witness, culprits: [formatPlace(place)] };
  },
});

/** A way that is shut, and what shuts it. */
export interface Fault {
  readonly witness: string;
  readonly culprit: string;
}

/** Verdict on a way: proved where nothing shuts it. */
export function verdict(faults: readonly Fault[], because: string): FactVerdict {
  if (faults.length === 0) return { kind: 'proved', because: [because] };
  return {
    kind: 'refuted',
    witness: faults.map(({ witness }) => witness),
    culprits: [...new Set(faults.map(({ culprit }) => culprit))],
  };
}
