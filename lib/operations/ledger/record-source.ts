import { unusableOption } from '../../model/unusable-option.ts';
import { callerIdentity } from '../aws/caller-identity.ts';
import type { EventSource } from './event-sources.ts';
import { type LedgerPlace, ledgerStore } from './open-ledger-store.ts';
import { type Recorded, recordEvents } from './record-events.ts';

/** Place and principal of a recording. */
export interface Recorder extends LedgerPlace {
  /** Principal, for a folder only; for a bucket AWS tells it. */
  readonly actor?: string;
}

/** Records events of a source in the ledger of a vendor. @param at ISO 8601, UTC */
export async function recordSource(
  place: string,
  vendor: string,
  recorder: Recorder,
  source: EventSource,
  at: string,
): Promise<Recorded> {
  const store = ledgerStore(place, vendor, recorder);
  return recordEvents(store, source(await actorOf(place, recorder)), at);
}

/** Principal of a recording; into a bucket it is the one AWS knows. */
async function actorOf(place: string, { actor, region, endpointUrl }: Recorder): Promise<string> {
  if (!place.startsWith('s3://')) {
    if (actor) return actor;
    throw unusableOption(
      '--actor',
      'is not given',
      'who records it: a folder does not know',
      'name who records it, for example --actor p-00aa00',
    );
  }
  if (actor) throw unusableOption('--actor', actor, 'no --actor for a bucket: AWS says who it is');
  return (await callerIdentity(region ?? '', { endpointUrl })).arn;
}
