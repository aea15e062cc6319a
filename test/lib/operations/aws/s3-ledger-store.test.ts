import { S3LedgerStore } from '../../../../lib/operations/aws/s3-ledger-store.ts';
import { appendRecord } from '../../../../lib/operations/ledger/append-record.ts';
import { S3Wire } from '../../../fakes/s3-wire.ts';

// Faults at the HTTP boundary: the real client with its own signing, retries and parsing.
const at = '2026-11-21T20:00:00.000Z';
const entry = (what: string) =>
  ({
    type: 'drill',
    body: { event: 'e/1', what, outcome: 'passed', actor: 'arn:aws:iam::1:role/x' },
  }) as const;
const open = (wire: S3Wire) =>
  new S3LedgerStore({ region: 'eu-west-2', bucket: 'evidence', name: 'luzon', access: wire.access() });

test('records go where none is, with a checksum, and come back in order', async () => {
  const wire = new S3Wire();
  const store = open(wire);
  for (let n = 0; n < 9; n++) await appendRecord(store, entry(`drill ${n}`), at);
  expect([...wire.objects.keys()].at(-1)).toBe('ledger/luzon/000000000008.json');
  const puts = wire.headers.filter((_, call) => wire.log[call]?.startsWith('PUT'));
  expect(puts).toHaveLength(9);
  for (const headers of puts) {
    expect(headers['if-none-match']).toBe('*');
    expect(headers['x-amz-checksum-sha256'] ?? headers['x-amz-trailer']).toBeTruthy();
  }
  const lines: string[] = [];
  for await (const line of open(wire).lines()) lines.push(line);
  expect(lines.map((line) => JSON.parse(line).body.what)).toEqual(
    Array.from({ length: 9 }, (_, n) => `drill ${n}`),
  );
});

test.each([0, 1, 2, 3, 7, 8, 9, 31, 100])(
  'finds the last of %i records without listing them all',
  async (count) => {
    const wire = new S3Wire();
    for (let n = 0; n < count; n++)
      wire.objects.set(`ledger/luzon/${String(n).padStart(12, '0')}.json`, `${n}\n`);
    wire.objects.set('ledger/other/000000000500.json', 'x');
    expect(await open(wire).last()).toBe(count === 0 ? undefined : String(count - 1));
    expect(wire.log.length).toBeLessThan(20);
  },
);

test('a connection cut before or after the write leaves exactly one record', async () => {
  for (const when of ['before', 'after'] as const) {
    const wire = new S3Wire();
    let left = 1;
    wire.fault = (call) => (call.startsWith('PUT') && left-- > 0 ? when : undefined);
    await appendRecord(open(wire), entry('x'), at);
    expect([...wire.objects.keys()]).toEqual(['ledger/luzon/000000000000.json']);
  }
});

test('access denied is a problem with a name', async () => {
  const wire = new S3Wire();
  wire.fault = (call) => (call.startsWith('PUT') ? 'denied' : undefined);
  await expect(appendRecord(open(wire), entry('x'), at)).rejects.toThrow('AWS-DENIED');
  expect(wire.objects.size).toBe(0);
});
