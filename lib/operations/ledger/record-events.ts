import { type Finding, inputFinding, UnusableInputError } from '../../model/finding.ts';
import { canonicalJson } from './canonical-json.ts';
import { genesis, hashOf, type LedgerRecord } from './ledger-record.ts';
import type { LedgerStore } from './ledger-store.ts';
import { type EventType, type RecordBody, recordBodies } from './record-bodies.ts';

export type LedgerEvent = { [T in EventType]: { readonly type: T; readonly body: RecordBody<T> } }[EventType];

export interface Recorded {
  /** Places of what was appended now. */
  readonly appended: readonly number[];
  /** Events that were on record already. */
  readonly known: readonly string[];
}

/** A place can be contested for so long; a store that neither takes nor shows a record is at fault. */
const attempts = 20;

/**
 * Appends events that are not on record yet, in their order.
 *
 * Safe to run again after dying at any point, and beside other writers: the whole ledger is read once, and
 * from its end on every place is either taken by this run or read. So an event has one record, whoever
 * reports it, and the chain has one branch.
 *
 * @param at ISO 8601, UTC; when it is recorded.
 * @throws UnusableInputError for a body its type does not allow, an event on record with other words and a
 *   ledger that is not whole. Nothing is appended then.
 */
export async function recordEvents(
  store: LedgerStore,
  events: readonly LedgerEvent[],
  at: string,
): Promise<Recorded> {
  const wanted = checked(events);
  const end = new LedgerEnd(store);
  for await (const line of store.lines()) end.follow(line);
  for (const { type, body } of wanted) end.knows(type, body);
  const appended: number[] = [];
  const known: string[] = [];
  for (const { type, body } of wanted) {
    const seq = await append(end, { type, body } as LedgerEvent, at);
    if (seq === undefined) known.push(body.event);
    else appended.push(seq);
  }
  return { appended, known };
}

function checked(events: readonly LedgerEvent[]): LedgerEvent[] {
  const problems: Finding[] = [];
  for (const { type, body } of events)
    for (const { path, message } of recordBodies[type].safeParse(body).error?.issues ?? [])
      problems.push(
        problem(['LEDGER-BODY', type], `${path.join('.')} of ${JSON.stringify(body.event)}`, [
          message,
          'correct it',
        ]),
      );
  if (problems.length > 0) throw new UnusableInputError(problems);
  return [...events];
}

/** The place it got; undefined when it is on record. */
async function append(end: LedgerEnd, { type, body }: LedgerEvent, at: string): Promise<number | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (end.knows(type, body)) return undefined;
    const { seq, previous, store } = end;
    const line = canonicalJson({ at, body, ledger: store.name, previous, seq, type });
    if (await store.put(seq, line)) {
      end.follow(line);
      return seq;
    }
    const taken = await store.get(seq);
    if (taken === undefined) continue;
    end.follow(taken);
    if (taken === line) return seq;
  }
  throw new Error(`ledger ${end.store.name}: other writers took the next place ${attempts} times`);
}

/** End of a chain that a reader has followed. */
class LedgerEnd {
  seq = 0;
  previous: string;
  private readonly events = new Map<string, string>();

  constructor(readonly store: LedgerStore) {
    this.previous = genesis(store.name);
  }

  follow(line: string): void {
    const record = parse(line);
    if (record?.seq !== this.seq || record.previous !== this.previous || record.ledger !== this.store.name)
      throw refusal(
        ['LEDGER-ALTERED', this.store.name],
        `at record ${this.seq} a line that does not follow the one before`,
        ['the chain as it was written', 'run `lpo ledger verify` on a copy and find out who changed it'],
      );
    const { event } = record.body;
    if (typeof event === 'string' && !this.events.has(event))
      this.events.set(event, contentOf(record.type, record.body));
    this.previous = hashOf(line);
    this.seq++;
  }

  /** @throws UnusableInputError when the same event is on record with other words. */
  knows(type: string, body: { readonly event: string }): boolean {
    const before = this.events.get(body.event);
    if (before === undefined) return false;
    if (before === contentOf(type, body)) return true;
    const [now, then] = difference(contentOf(type, body), before);
    throw refusal(['LEDGER-EVENT', this.store.name], `event ${body.event} with ${now}`, [
      `what is on record: ${then}`,
      'give a new event an id of its own',
    ]);
  }
}

/** Body without its actor: a second report of an event adds nothing, and the first actor stays on record. */
const contentOf = (type: string, { actor: _, ...body }: object & { readonly actor?: unknown }): string =>
  canonicalJson({ type, ...body });

/** The fields of two records of one event in which they differ. */
function difference(now: string, before: string): [string, string] {
  const [one, other] = [JSON.parse(now), JSON.parse(before)] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
    .sort();
  const show = (from: Record<string, unknown>) =>
    fields.map((field) => `${field} ${JSON.stringify(from[field]) ?? 'absent'}`).join(', ');
  return [show(one), show(other)];
}

function parse(line: string): LedgerRecord | undefined {
  try {
    return JSON.parse(line) as LedgerRecord;
  } catch {
    return undefined;
  }
}

const refusal = (...parts: Parameters<typeof problem>) => new UnusableInputError([problem(...parts)]);

const problem = (
  [code, file]: readonly [string, string],
  got: string,
  [expected, fix]: readonly [string, string],
): Finding => inputFinding({ code, where: { name: file }, got, expected, fix });
