import type { Recorded } from './record-events.ts';

/** Output of `lpo ledger record`. */
export function renderRecorded(ledger: string, { appended, known }: Recorded): string {
  const first = appended.length > 0 ? `, from record ${appended[0]} on` : '';
  return `${ledger}: ${appended.length} recorded${first}; ${known.length} on record before.\n`;
}
