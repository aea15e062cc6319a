import { exhibitKey } from '../../../../../lib/model/evidence/exhibit-key.ts';
import {
  type EvidenceFile,
  incidentEvents,
} from '../../../../../lib/operations/ledger/events/incident-events.ts';
import { hashOf } from '../../../../../lib/operations/ledger/ledger-record.ts';
import { recordEvents } from '../../../../../lib/operations/ledger/record-events.ts';
import { MemoryLedger } from '../../../../fakes/memory-ledger.ts';
import { request, world } from '../../../functions/breach-clock/clock-world.ts';
import { drill, suspendVendor, throwSwitch } from '../../../functions/kill-switch/throw-switch.ts';
import { meridianAtWork } from '../../../functions/kill-switch/vendor-cloud.ts';

const files = (objects: ReadonlyMap<string, string>): EvidenceFile[] =>
  [...objects].map(([key, text]) => ({ key, bytes: Buffer.from(text) }));

/** Evidence as the real clock writes it. */
async function clockEvidence(): Promise<EvidenceFile[]> {
  const { idle, objects, start } = world();
  void start({ open: request });
  await idle();
  await start({
    settle: { incident: 'inc-20a1f3', duty: 'IN-cert', outcome: 'notified', by: 'p-00aa00' },
  });
  return files(objects);
}

/** Evidence as the real kill switch writes it. */
async function switchEvidence(asked: typeof suspendVendor): Promise<EvidenceFile[]> {
  const cloud = meridianAtWork();
  await throwSwitch(cloud, asked);
  const ofBucket = [...cloud.objects].filter(([key]) => key.startsWith('evidence/'));
  return files(new Map(ofBucket.map(([key, text]) => [key.slice('evidence/'.length), text])));
}

test('an incident that was opened and a duty that was settled, each with the hash of its file', async () => {
  const evidence = await clockEvidence();
  const events = incidentEvents(evidence, 'meridian', 'a');
  expect(events.map(({ body }) => body)).toMatchObject([
    { incident: 'inc-20a1f3', step: 'opened', outcome: 'aware at 2026-06-12T00:00:00Z' },
    { incident: 'inc-20a1f3', step: 'settled IN-cert', outcome: 'notified' },
  ]);
  for (const { body } of events)
    expect(evidence.map(({ bytes }) => hashOf(bytes))).toContain('evidence' in body && body.evidence);
});

test('a suspension: every step and what came of it', async () => {
  const events = incidentEvents(await switchEvidence(suspendVendor), 'meridian', 'a');
  const steps = events.map(({ body }) => 'step' in body && body.step);
  expect(steps).toEqual(expect.arrayContaining(['record-suspension', 'disable-keys', 'end-vpn-sessions']));
  expect(steps).not.toContain('request');
  for (const { type, body } of events) {
    expect(type).toBe('incident-step');
    expect('outcome' in body && body.outcome).toMatch(
      /^(done|not-applicable): \d+ done, \d+ already, 0 failed$/,
    );
  }
});

test('a drill is a drill and not an incident', async () => {
  const events = incidentEvents(await switchEvidence(drill as never), 'meridian', 'a');
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ type: 'drill', body: { outcome: 'passed' } });
});

test('all of it can be recorded, and again', async () => {
  const store = new MemoryLedger();
  const evidence = [...(await clockEvidence()), ...(await switchEvidence(suspendVendor))];
  const { appended } = await recordEvents(
    store,
    incidentEvents(evidence, 'meridian', 'a'),
    '2026-11-21T20:00:00.000Z',
  );
  expect(appended.length).toBeGreaterThan(5);
  const again = await recordEvents(
    store,
    incidentEvents(evidence, 'meridian', 'b'),
    '2026-11-22T20:00:00.000Z',
  );
  expect(again.appended).toEqual([]);
});

test('a step that failed is told as failed', () => {
  const report = JSON.stringify({
    step: 'disable-keys',
    status: 'incomplete',
    done: ['one'],
    already: [],
    failed: [{ target: 'two', error: 'no' }],
  });
  const sha256 = hashOf(report);
  const key = exhibitKey('inc-1', 'report', 'disable-keys', sha256);
  const manifest = JSON.stringify({
    incident: 'inc-1',
    vendor: 'meridian',
    drill: true,
    requestedBy: 'p-00aa00',
    requestedAt: 't',
    files: [{ key, sha256 }],
  });
  const copy = files(
    new Map([
      [key, report],
      [exhibitKey('inc-1', 'manifest', '', hashOf(manifest)), manifest],
    ]),
  );
  expect(incidentEvents(copy, 'meridian', 'a')).toMatchObject([
    { body: { outcome: 'failed', finding: 'disable-keys: incomplete: 1 done, 0 already, 1 failed' } },
  ]);
});

test.each<[string, (evidence: EvidenceFile[]) => EvidenceFile[], string]>([
  ['edited', (all) => all.map((one) => (isStep(one) ? edited(one) : one)), 'as incidents/'],
  ['missing', (all) => all.filter((one) => !isStep(one)), 'the file that incidents/'],
  [
    'added',
    (all) => [...all, { key: 'incidents/inc-1/x.json', bytes: Buffer.from('{}') }],
    'no manifest names',
  ],
  [
    'unreadable',
    (all) => [...all, { key: 'clocks/inc-1/aware-at.json', bytes: Buffer.from('{') }],
    'no JSON',
  ],
  ['of another version', (all) => [...all, clock('{"version":2}')], 'version'],
  ['nowhere', () => [], 'a copy of incidents/ or clocks/'],
])('evidence that is %s is refused', async (_, change, message) => {
  const evidence = change(await switchEvidence(suspendVendor));
  expect(() => incidentEvents(evidence, 'meridian', 'a')).toThrow(message);
});

const isStep = ({ key }: EvidenceFile): boolean => /\/disable-keys-/.test(key);
const edited = ({ key, bytes }: EvidenceFile): EvidenceFile => ({
  key,
  bytes: Buffer.from(bytes.toString().replace('done', 'gone')),
});
const clock = (text: string): EvidenceFile => ({
  key: 'clocks/inc-1/aware-at.json',
  bytes: Buffer.from(text),
});

test('what a step found is held against its name', async () => {
  const evidence = await switchEvidence(suspendVendor);
  const found = evidence.find(({ key }) => key.includes('-before-')) as EvidenceFile;
  const changed = evidence.map((file) =>
    file === found ? { ...file, bytes: Buffer.from('{"keys":[]}') } : file,
  );
  expect(() => incidentEvents(changed, 'meridian', 'a')).toThrow(/-before-/);
});

test.each([
  ['the switch', () => switchEvidence(suspendVendor)],
  ['the clock', clockEvidence],
])('evidence of %s about another vendor does not enter this one’s ledger', async (_, evidence) => {
  const files = await evidence();
  expect(() => incidentEvents(files, 'luzon', 'a')).toThrow(/evidence about meridian/);
});
