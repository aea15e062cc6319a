import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MachineDown } from '../../../aws/states-language.ts';
import { cut, ec2Error, jsonError, queryError, s3Error } from '../../../aws/wire-errors.ts';
import { setEnvironment } from '../../../support/environment.ts';
import {
  drill,
  suspendMatter,
  suspendPerson,
  suspendVendor,
  throwSwitch,
} from '../../functions/kill-switch/throw-switch.ts';
import { meridianAtWork, type VendorCloud } from '../../functions/kill-switch/vendor-cloud.ts';
import { copied, evidenceOf, planOf, ReinstatementCase } from './reinstatement-case.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lpo-reinstatement-'));
  writeFileSync(
    join(folder, 'credentials'),
    '[management]\naws_access_key_id = AKIDMGMT\naws_secret_access_key = secret\n',
  );
});
setEnvironment(() => ({ AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') }));
afterAll(() => rmSync(folder, { recursive: true }));

const thrown = async (...requests: unknown[]): Promise<VendorCloud> => {
  const cloud = meridianAtWork();
  for (const each of requests) await throwSwitch(cloud, each);
  return cloud;
};
const ready = async (...requests: unknown[]): Promise<ReinstatementCase> => {
  const reinstatement = await ReinstatementCase.of(await thrown(...requests));
  await reinstatement.requested();
  return reinstatement.approvedBy('p-b00002', 'p-c00003');
};
/** Everything but the sessions, which people open themselves. */
const without = ({ sessions: _, ...rest }: ReturnType<VendorCloud['state']>) => rest;
const before = without(meridianAtWork().state());

describe('what was on is on again, and nothing else', () => {
  test.each([
    ['vendor', [suspendVendor]],
    ['matter', [suspendMatter]],
    ['person', [suspendPerson]],
    ['drill', [drill]],
    ['a person, then the vendor', [suspendPerson, suspendVendor]],
    ['the vendor twice', [suspendVendor, suspendVendor]],
  ])('%s', async (_, requests) => {
    const reinstatement = await ready(...requests);
    expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
    expect(without(reinstatement.cloud.state())).toEqual(before);
  });

  test('a key that was disabled before stays disabled, and the plan says so', async () => {
    const cloud = meridianAtWork();
    cloud.keys.set('alias/lpo/meridian/m-2be41d', 'Disabled');
    await throwSwitch(cloud, suspendVendor);
    const reinstatement = await (await ReinstatementCase.of(cloud)).requested();
    expect(reinstatement.plan.left).toContain(
      'alias/lpo/meridian/m-2be41d: was not enabled when the switch came to it',
    );
    await reinstatement.approvedBy('p-b00002', 'p-c00003');
    expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
    expect(cloud.keys.get('alias/lpo/meridian/m-2be41d')).toBe('Disabled');
    expect(cloud.keys.get('alias/lpo/meridian/m-7f3a9c')).toBe('Enabled');
  });

  test.each(['vendor', 'matter'] as const)(
    'of a %s, also after a switch that died between any two calls and was thrown again',
    async (scope) => {
      const request = scope === 'vendor' ? suspendVendor : suspendMatter;
      const probe = await thrown(request);
      const total = probe.boundary.calls.length;
      for (let alive = 0; alive < total; alive += 1) {
        const cloud = meridianAtWork();
        cloud.boundary.fault = (__, index) => (index >= alive ? new MachineDown() : undefined);
        const down = () => {
          if (cloud.boundary.calls.length > alive) throw new MachineDown();
        };
        await expect(throwSwitch(cloud, request, { onState: down })).rejects.toThrow(MachineDown);
        cloud.boundary.fault = () => undefined;
        await throwSwitch(cloud, request);
        const reinstatement = await (await ReinstatementCase.of(cloud)).requested();
        await reinstatement.approvedBy('p-b00002', 'p-c00003');
        expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
        expect(without(cloud.state())).toEqual(before);
      }
    },
    120_000,
  );

  test('also what a first try did that failed elsewhere and was tried again', async () => {
    const cloud = meridianAtWork();
    const failing = new Set(['key-of-alias/lpo/meridian/m-2be41d', '10.20.0.32/27']);
    cloud.boundary.fault = ({ operation, json, form }) => {
      const target = operation === 'DisableKey' ? String(json.KeyId) : form.get('TargetNetworkCidr');
      return target && failing.delete(target) ? jsonError(400, 'AccessDeniedException') : undefined;
    };
    expect((await throwSwitch(cloud, suspendVendor)).outcome).toBe('complete');
    const reinstatement = await (await ReinstatementCase.of(cloud)).requested();
    await reinstatement.approvedBy('p-b00002', 'p-c00003');
    expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
    expect(without(cloud.state())).toEqual(before);
  });

  test('keys first, then roles, VPN rules and the quarantine; the suspension last', async () => {
    const reinstatement = await ready(suspendVendor);
    const from = reinstatement.cloud.boundary.calls.length;
    await reinstatement.execute();
    const calls = reinstatement.cloud.boundary.calls
      .slice(from)
      .map(({ operation }) => operation.split(' ')[0]);
    const order = [...new Set(calls)].filter((name) => !/^(GET|Describe|List)/.test(name ?? ''));
    expect(order).toEqual([
      'EnableKey',
      'DetachRolePolicy',
      'AuthorizeClientVpnIngress',
      'DetachPolicy',
      'DELETE',
    ]);
    const signer = (name: string) =>
      reinstatement.cloud.boundary.calls.find(({ operation }) => operation.startsWith(name))?.signer;
    expect([signer('EnableKey'), signer('DetachPolicy')]).toEqual(['AKIDCUSTODIAN', 'AKIDMGMT']);
  });

  test('without a profile of the management account the suspension stands with the quarantine', async () => {
    const reinstatement = await ready(suspendVendor);
    const journal = await reinstatement.journal();
    expect(journal.requester).toBe('p-a00001');
    const { executeReinstatement } = await import(
      '../../../../lib/operations/reinstatement/execute-reinstatement.ts'
    );
    const { controlOf } = await import('./reinstatement-case.ts');
    const outcome = await executeReinstatement({
      journal,
      control: controlOf(reinstatement.cloud),
      actor: 'p-a00001',
      now: '2026-06-16T09:00:00.000Z',
    });
    expect(outcome).toEqual({ status: 'awaiting-quarantine' });
    expect(reinstatement.cloud.state()).toMatchObject({
      quarantined: ['200000000001'],
      suspensions: ['state/suspended/vendor/inc-20a1f3'],
    });
    expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
    expect(without(reinstatement.cloud.state())).toEqual(before);
  });
});

describe('two other people', () => {
  const untouched = async (reinstatement: ReinstatementCase) => {
    const state = reinstatement.cloud.state();
    expect(await reinstatement.execute()).toMatchObject({ status: 'awaiting-approval' });
    expect(reinstatement.cloud.state()).toEqual(state);
  };

  test('nothing happens without a request, nor with one approval', async () => {
    const reinstatement = await ReinstatementCase.of(await thrown(suspendVendor));
    await untouched(reinstatement);
    await untouched(await reinstatement.requested());
    await untouched(await reinstatement.approvedBy('p-b00002'));
    await reinstatement.approvedBy('p-c00003');
    expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
  });

  test.each([
    ['who initiated the suspension', 'p-00aa00', 'who initiated the suspension'],
    ['who initiated the suspension, by address', 'p-00aa00@firm.example', 'who initiated the suspension'],
    ['who requested', 'p-a00001', 'who requested it'],
    ['who approved already', 'p-b00002', 'who approved already'],
  ])('%s does not approve', async (_, person, message) => {
    const reinstatement = await (await ReinstatementCase.of(await thrown(suspendVendor))).requested();
    await reinstatement.approvedBy('p-b00002');
    await expect(reinstatement.approvedBy(person)).rejects.toThrow(message);
    await untouched(reinstatement);
  });

  test('an approval by the initiator that is in the journal all the same does not count', async () => {
    const reinstatement = await (await ReinstatementCase.of(await thrown(suspendVendor))).requested();
    const journal = await reinstatement.journal();
    for (const actor of ['p-00aa00', 'p-b00002'])
      await journal.append({ step: 'approve', detail: {}, actor, at: '2026-06-16T09:00:00.000Z' });
    await untouched(reinstatement);
  });

  test('a journal that was altered is refused', async () => {
    const reinstatement = await ready(suspendMatter);
    reinstatement.ledger.kept[1] = (reinstatement.ledger.kept[1] ?? '').replace('p-b00002', 'p-d00004');
    await expect(reinstatement.execute()).rejects.toThrow('APPROVAL-JOURNAL');
  });
});

describe('evidence that is not what was captured', () => {
  const planWith = (change: (files: Map<string, string>) => void) => async () => {
    const cloud = await thrown(suspendVendor);
    const files = copied(cloud);
    change(files);
    for (const key of [...cloud.objects.keys()].filter((each) => each.startsWith('evidence/')))
      cloud.objects.delete(key);
    for (const [name, body] of files) cloud.objects.set(`evidence/incidents/inc-20a1f3/${name}`, body);
    return planOf(cloud);
  };
  const named = (files: Map<string, string>, part: string): string =>
    [...files.keys()].find((name) => name.startsWith(part)) ?? '';

  test.each<[string, (files: Map<string, string>) => void, string]>([
    ['nothing at all', (files) => files.clear(), 'no custody manifest'],
    ['a file is missing', (files) => files.delete(named(files, 'end-vpn-sessions')), 'no such file'],
    [
      'a file was changed',
      (files) => files.set(named(files, 'revoke-vpn-rules'), '{}'),
      'REINSTATE-EVIDENCE',
    ],
    [
      'a snapshot was changed',
      (files) => files.set(named(files, 'disable-keys-before'), '{}'),
      'REINSTATE-EVIDENCE',
    ],
    [
      'a snapshot that is no JSON under the name its content asks for',
      (files) => {
        const digest = createHash('sha256').update('cut').digest('hex').slice(0, 16);
        files.set(`disable-keys-before-${digest}.json`, 'cut');
      },
      'what the step found',
    ],
    ['a file more', (files) => files.set('revoke-vpn-rules-0.json', '{}'), 'a file that no manifest names'],
    [
      'the manifest was changed',
      (files) => {
        const name = named(files, 'custody');
        files.set(name, (files.get(name) ?? '').replace('p-00aa00', 'p-ffffff'));
      },
      'no custody manifest of this incident',
    ],
  ])('%s', async (_, change, message) => {
    await expect(planWith(change)()).rejects.toThrow(message);
  });

  test.each([
    ['a group that is not configured', { GroupId: 'everybody' }],
    ['a network outside the workspace', { DestinationCidr: '0.0.0.0/0' }],
    ['another function', { Description: 'm-7f3a9c-nobody' }],
  ])('a rule for %s is refused, whatever the evidence says', async (_, change) => {
    const cloud = await thrown(suspendMatter);
    const { makeReinstatementPlan } = await import(
      '../../../../lib/operations/reinstatement/make-reinstatement-plan.ts'
    );
    const { reinstatable } = await import('./reinstatement-case.ts');
    const { runs } = evidenceOf(cloud);
    const revoked = runs[0]?.reports.find(({ step }) => step === 'revoke-vpn-rules');
    const [rule] = (revoked?.before ?? []) as object[];
    const snapshots = [{ step: 'revoke-vpn-rules', before: [{ ...rule, ...change }] }];
    expect(() => makeReinstatementPlan(reinstatable, 'inc-20a1f3', { runs, snapshots }, [])).toThrow(
      'REINSTATE-FOREIGN',
    );
  });
});

describe('two incidents over the same things', () => {
  const second = { ...suspendMatter, incident: 'inc-30b2e4' };

  test('the later one is reinstated first; the earlier keeps what it holds', async () => {
    const cloud = await thrown(suspendVendor, second);
    await expect(ReinstatementCase.of(cloud)).rejects.toThrow('REINSTATE-LATER');
    const later = await (await ReinstatementCase.of(cloud, 'inc-30b2e4')).requested();
    await later.approvedBy('p-b00002', 'p-c00003');
    expect(await later.execute()).toEqual({ status: 'reinstated' });
    const held = cloud.state();
    expect(held.suspensions).toEqual(['state/suspended/vendor/inc-20a1f3']);
    expect(held.suspended).toHaveLength(19);
    expect(held.keys['alias/lpo/meridian/m-7f3a9c']).toBe('Disabled');
    const first = await (await ReinstatementCase.of(cloud)).requested();
    await first.approvedBy('p-b00002', 'p-c00003');
    expect(await first.execute()).toEqual({ status: 'reinstated' });
    expect(without(cloud.state())).toEqual(before);
  });

  test('an incident that begins after the approval stops the reinstatement before anything is on', async () => {
    const reinstatement = await ready(suspendVendor);
    await throwSwitch(reinstatement.cloud, second);
    const state = reinstatement.cloud.state();
    expect(await reinstatement.execute()).toMatchObject({
      status: 'stopped',
      problems: [{ code: 'REINSTATE-LATER' }],
    });
    expect(reinstatement.cloud.state()).toEqual(state);
  });
});

describe('killed, refused, cut off', () => {
  class Killed extends Error {}

  test.each([
    ['vendor', suspendVendor],
    ['person', suspendPerson],
  ])(
    'between any two calls, and run again: %s',
    async (_, request) => {
      const probe = await ready(request);
      const start = probe.cloud.boundary.calls.length;
      await probe.execute();
      const total = probe.cloud.boundary.calls.length - start;
      expect(total).toBeGreaterThan(6);
      for (let alive = 0; alive < total; alive += 1) {
        const reinstatement = await ready(request);
        const from = reinstatement.cloud.boundary.calls.length;
        const ledger = reinstatement.ledger.put.bind(reinstatement.ledger);
        let dead = false;
        reinstatement.ledger.put = async (seq, line) => {
          if (dead) throw new Killed();
          return ledger(seq, line);
        };
        reinstatement.cloud.boundary.fault = (__, index) => {
          dead ||= index - from >= alive;
          return dead ? new Killed() : undefined;
        };
        await reinstatement.execute().catch(() => undefined);
        expect(reinstatement.cloud.state().suspensions).toHaveLength(1);
        reinstatement.cloud.boundary.fault = () => undefined;
        reinstatement.ledger.put = ledger;
        expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
        expect(without(reinstatement.cloud.state())).toEqual(before);
      }
    },
    60_000,
  );

  test('what somebody closed again after the reinstatement is left alone by a further run', async () => {
    const reinstatement = await ready(suspendVendor);
    await reinstatement.execute();
    reinstatement.cloud.keys.set('alias/lpo/meridian/m-7f3a9c', 'Disabled');
    expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
    expect(reinstatement.cloud.keys.get('alias/lpo/meridian/m-7f3a9c')).toBe('Disabled');
  });

  test.each<[string, string, () => ReturnType<typeof s3Error> | Error, string]>([
    ['EnableKey', 'denied', () => jsonError(400, 'AccessDeniedException'), 'AWS-DENIED'],
    ['EnableKey', 'in the wrong state', () => jsonError(400, 'KMSInvalidStateException'), 'AWS-REFUSED'],
    ['DescribeKey', 'gone', () => jsonError(400, 'NotFoundException'), 'AWS-REFUSED'],
    ['DetachRolePolicy', 'throttled', () => queryError(400, 'Throttling'), 'AWS-THROTTLED'],
    ['AuthorizeClientVpnIngress', 'throttled', () => ec2Error(503, 'RequestLimitExceeded'), 'AWS-THROTTLED'],
    ['DetachPolicy', 'cut off', () => cut(), 'AWS-UNREACHABLE'],
    ['DELETE', 'denied', () => s3Error(403, 'AccessDenied'), 'AWS-DENIED'],
  ])('%s %s: named, the suspension stands, and a further run finishes', async (name, __, fault, code) => {
    const reinstatement = await ready(suspendVendor);
    reinstatement.cloud.boundary.fault = ({ operation }) =>
      operation.startsWith(name) ? fault() : undefined;
    const outcome = await reinstatement.execute();
    expect(outcome.status).toBe('stopped');
    if (outcome.status === 'stopped') expect(outcome.problems[0]?.code).toBe(code);
    expect(reinstatement.cloud.state().suspensions).toEqual(['state/suspended/vendor/inc-20a1f3']);
    reinstatement.cloud.boundary.fault = () => undefined;
    expect(await reinstatement.execute()).toEqual({ status: 'reinstated' });
    expect(without(reinstatement.cloud.state())).toEqual(before);
  });

  test('a key that waits for its deletion is not ours to save', async () => {
    const reinstatement = await ready(suspendMatter);
    reinstatement.cloud.keys.set('alias/lpo/meridian/m-7f3a9c', 'PendingDeletion');
    expect(await reinstatement.execute()).toMatchObject({
      status: 'stopped',
      problems: [{ code: 'REINSTATE-KEY' }],
    });
    expect(reinstatement.cloud.keys.get('alias/lpo/meridian/m-7f3a9c-privileged')).toBe('Enabled');
    expect(reinstatement.cloud.suspended.size).toBeGreaterThan(0);
  });
});
