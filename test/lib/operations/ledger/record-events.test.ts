import { S3LedgerStore } from '../../../../lib/operations/aws/s3-ledger-store.ts';
import { appendRecord } from '../../../../lib/operations/ledger/append-record.ts';
import { genesis, hashOf, type LedgerRecord } from '../../../../lib/operations/ledger/ledger-record.ts';
import { type LedgerEvent, recordEvents } from '../../../../lib/operations/ledger/record-events.ts';
import { MemoryLedger } from '../../../fakes/memory-ledger.ts';
import { S3Wire } from '../../../fakes/s3-wire.ts';

const at = '2026-11-21T20:00:00.000Z';
const drill = (event: string, fields: object = {}): LedgerEvent => ({
  type: 'drill',
  body: { event: `drill/${event}`, what: 'restore', outcome: 'passed', actor: 'a', ...fields },
});
const three = [drill('a'), drill('b'), drill('c')];

/** Events on record in order; fails on a gap, a fork or a record chained to another than the one before. */
function eventsOf(lines: readonly string[]): unknown[] {
  let previous = genesis('luzon');
  return lines.map((line, index) => {
    const record = JSON.parse(line) as LedgerRecord;
    expect([record.seq, record.previous]).toEqual([index, previous]);
    previous = hashOf(line);
    return record.body.event;
  });
}
const all = three.map(({ body }) => body.event);

test('each event is recorded once, in order, however often and by whomever it is reported', async () => {
  const store = new MemoryLedger();
  expect(await recordEvents(store, three, at)).toEqual({ appended: [0, 1, 2], known: [] });
  const again = [drill('b', { actor: 'somebody else' }), drill('d')];
  expect(await recordEvents(store, again, '2027-01-01T00:00:00.000Z')).toEqual({
    appended: [3],
    known: ['drill/b'],
  });
  expect(eventsOf(store.kept)).toEqual([...all, 'drill/d']);
});

test('twice in one report is once', async () => {
  const store = new MemoryLedger();
  expect(await recordEvents(store, [drill('a'), drill('a')], at)).toEqual({
    appended: [0],
    known: ['drill/a'],
  });
});

test('an event on record with other words is refused before anything is appended', async () => {
  const store = new MemoryLedger();
  await recordEvents(store, [drill('b')], at);
  const wrong = recordEvents(store, [drill('a'), drill('b', { outcome: 'failed' })], at);
  await expect(wrong).rejects.toThrow('LEDGER-EVENT');
  expect(eventsOf(store.kept)).toEqual(['drill/b']);
});

test('a body its type does not allow is refused before anything is appended, all faults at once', async () => {
  const store = new MemoryLedger();
  const wrong = [drill('a'), drill('b', { client: 'a name' }), drill('c d')];
  await expect(recordEvents(store, wrong, at)).rejects.toThrow(/client[\s\S]*letters, digits/);
  expect(store.kept).toEqual([]);
});

test.each<[string, (lines: string[]) => void]>([
  ['edited', (lines) => lines.splice(1, 1, lines[1]?.replace('passed', 'failed') ?? '')],
  ['shortened in the middle', (lines) => lines.splice(1, 1)],
  ['of another name', (lines) => lines.splice(0, 1, lines[0]?.replace('"luzon"', '"other"') ?? '')],
  ['no JSON', (lines) => lines.splice(2, 1, 'x')],
])('nothing is appended to a ledger that was %s', async (_, change) => {
  const store = new MemoryLedger();
  await recordEvents(store, three, at);
  change(store.kept);
  const before = [...store.kept];
  await expect(recordEvents(store, [drill('d')], at)).rejects.toThrow('LEDGER-ALTERED');
  expect(store.kept).toEqual(before);
});

test('two reporters of the same events at the same moment, with another writer between them', async () => {
  const store = new MemoryLedger();
  const put = store.put.bind(store);
  // Each place is decided some time after it is asked for.
  store.put = async (seq, line) => {
    await new Promise((resolve) => setTimeout(resolve, Math.abs(Math.sin(seq * 7)) * 5));
    return put(seq, line);
  };
  const other = { incident: 'inc-1', step: 's', outcome: 'done', actor: 'a', event: 'incident/1' };
  const results = await Promise.all([
    recordEvents(store, three, at),
    recordEvents(store, [...three].reverse(), '2026-11-21T20:00:01.000Z'),
    appendRecord(store, { type: 'incident-step', body: other }, at),
  ]);
  expect(eventsOf(store.kept).sort()).toEqual([...all, 'incident/1'].sort());
  expect(results[0].appended.length + results[1].appended.length).toBe(3);
});

// Faults at the HTTP boundary: the real client with its own signing, retries and parsing.
const open = (wire: S3Wire) =>
  new S3LedgerStore({ region: 'eu-west-2', bucket: 'evidence', name: 'luzon', access: wire.access() });
const kept = (wire: S3Wire) => [...wire.objects.values()].map((text) => text.replace(/\n$/, ''));

test('in S3 a free place is never read, only listed', async () => {
  const wire = new S3Wire();
  await recordEvents(open(wire), three, at);
  expect(await open(wire).get(3)).toBeUndefined();
  expect(wire.log.filter((call) => call.startsWith('GET ledger'))).toEqual([]);
  expect(eventsOf(kept(wire))).toEqual(all);
});

test('a long ledger is read in order, page by page', async () => {
  const wire = new S3Wire();
  const store = new MemoryLedger();
  for (let n = 0; n < 100; n++) await appendRecord(store, drill(`x${n}`), at);
  store.kept.forEach((line, n) => {
    wire.objects.set(`ledger/luzon/${String(n).padStart(12, '0')}.json`, `${line}\n`);
  });
  expect(await recordEvents(open(wire), [drill('x50'), drill('new')], at)).toEqual({
    appended: [100],
    known: ['drill/x50'],
  });
});

describe('a run that dies at any call, before or after it took effect, and is started again', () => {
  /** Calls of an undisturbed run over a ledger that has one record. */
  const seeded = async () => {
    const wire = new S3Wire();
    await recordEvents(open(wire), [drill('before')], at);
    wire.log.length = 0;
    return wire;
  };

  test('leaves one chain with each event once', async () => {
    const calm = await seeded();
    await recordEvents(open(calm), three, at);
    const calls = calm.log.length;
    expect(calls).toBeGreaterThan(5);
    for (let dies = 0; dies < calls; dies++)
      for (const when of ['before', 'after'] as const) {
        const wire = await seeded();
        // From that call on nothing answers: the process is as good as dead.
        wire.fault = (_, count) => (count < dies ? undefined : count === dies ? when : 'before');
        await expect(recordEvents(open(wire), three, at)).rejects.toThrow();
        wire.fault = () => undefined;
        await recordEvents(open(wire), three, '2026-11-21T21:00:00.000Z');
        expect([dies, when, ...eventsOf(kept(wire))]).toEqual([dies, when, 'drill/before', ...all]);
      }
  }, 120_000);

  test('one broken call, retried by the client, is not noticed at all', async () => {
    const calm = await seeded();
    await recordEvents(open(calm), three, at);
    for (let broken = 0; broken < calm.log.length; broken++)
      for (const when of ['before', 'after'] as const) {
        const wire = await seeded();
        wire.fault = (_, count) => (count === broken ? when : undefined);
        const { appended } = await recordEvents(open(wire), three, at);
        expect([broken, when, appended]).toEqual([broken, when, [1, 2, 3]]);
        expect(kept(wire)).toEqual(kept(calm));
      }
  }, 120_000);
});
