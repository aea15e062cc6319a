import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { canonicalJson } from '../lib/operations/ledger/canonical-json.ts';
import { appendCheckpoint } from '../lib/operations/ledger/checkpoint.ts';
import { genesis, hashOf } from '../lib/operations/ledger/ledger-record.ts';
import { verifyLedger } from '../lib/operations/ledger/verify-ledger.ts';

// `node --import @oxc-node/core/register bench/ledger.ts [records]`
//
// Verifying a ledger beside hashing it: the target is at most 5 times bare SHA-256 over the same bytes, one
// digest a record, as a chain needs. One long digest over all bytes is printed too; it is no chain.
const records = Number(process.argv[2] ?? 200_000);
const runs = 7;
const at = '2026-11-21T20:00:00.000Z';

async function build(publicAndPrivate: ReturnType<typeof keys>): Promise<Buffer[]> {
  const lines: Buffer[] = [];
  let previous = genesis('bench');
  let last = '';
  for (let seq = 0; seq < records - 1; seq++) {
    const body = {
      actor: `arn:aws:sts::200000000001:assumed-role/lpo-meridian-deploy/person.${seq % 97}`,
      decision: 'allow',
      gate: 'transfer',
      matter: 'm-7f3a9c',
      rules: ['JUR-R01', 'JUR-R02', 'JUR-R03'],
    };
    last = canonicalJson({ at, body, ledger: 'bench', previous, seq, type: 'gate-decision' });
    previous = hashOf(last);
    lines.push(Buffer.from(`${last}\n`));
  }
  const store = {
    name: 'bench',
    last: async () => last,
    get: async () => undefined,
    put: async (_: number, line: string) => lines.push(Buffer.from(`${line}\n`)) > 0,
    lines: async function* () {},
  };
  await appendCheckpoint(store, publicAndPrivate.signer, at);
  return lines;
}

function keys() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const signer = {
    keyArn: 'arn:bench',
    algorithm: 'ECDSA_SHA_384' as const,
    sign: async (message: Uint8Array) => sign('sha384', message, privateKey),
  };
  return { signer, publicKey };
}

async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

async function main(): Promise<void> {
  const pair = keys();
  const lines = await build(pair);
  const bytes = Buffer.concat(lines);
  const chunk = 1 << 20;
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk);
  }
  const oneDigest = await median(() => createHash('sha256').update(bytes).digest('hex'));
  const bare = await median(() => {
    for (const line of lines) createHash('sha256').update(line).digest('hex');
  });
  let findings = -1;
  const verified = await median(async () => {
    findings = (await verifyLedger(chunks(), pair.publicKey)).findings.length;
  });
  if (findings !== 0) throw new Error(`the ledger of this benchmark has ${findings} findings`);
  const rate = (time: number) => `${Math.round(records / (time / 1000)).toLocaleString('en')} records/s`;
  process.stdout.write(
    [
      `${records.toLocaleString('en')} records of ${Math.round(bytes.length / records)} bytes, median of ${runs}`,
      `bare SHA-256, one digest a record   ${bare.toFixed(0).padStart(6)} ms  ${rate(bare)}`,
      `ledger verify                       ${verified.toFixed(0).padStart(6)} ms  ${rate(verified)}`,
      `ratio ${(verified / bare).toFixed(2)} (target: at most 5)`,
      `one digest over all bytes           ${oneDigest.toFixed(0).padStart(6)} ms  ratio ${(verified / oneDigest).toFixed(1)}`,
      '',
    ].join('\n'),
  );
  process.exitCode = verified / bare > 5 ? 1 : 0;
}

void main();
