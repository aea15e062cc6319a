import { createHash } from 'node:crypto';
import { killSwitchSteps } from '../../../../lib/functions/kill-switch/kill-switch-steps.ts';
import { MachineDown } from '../../../aws/states-language.ts';
import { cut, ec2Error, jsonError, queryError } from '../../../aws/wire-errors.ts';
import { drill, suspendMatter, suspendPerson, suspendVendor, throwSwitch } from './throw-switch.ts';
import { meridianAtWork, type VendorCloud } from './vendor-cloud.ts';

const evidenceOf = (cloud: VendorCloud): [string, string][] =>
  [...cloud.objects].filter(([key]) => key.startsWith('evidence/'));

/** Also who starts restores, and the roles that AWS Backup restores with. */
const ofEveryZone = ['backup', 'malware-scan', 'restore', 'restore-test', 'restorer'];

describe('throwing the switch', () => {
  test('a vendor: nothing is left open, and the result says so', async () => {
    const cloud = meridianAtWork();
    const result = await throwSwitch(cloud, suspendVendor);
    expect(result).toMatchObject({ outcome: 'complete', notDone: [] });
    expect(cloud.state()).toEqual({
      suspensions: ['state/suspended/vendor/inc-20a1f3'],
      rules: [],
      sessions: [],
      suspendedPeople: [],
      suspended: ['m-2be41d', 'm-7f3a9c']
        .flatMap((matter) =>
          [...ofEveryZone, 'qc-lead', 'reviewer'].map((fn) => `lpo-meridian-${matter}-${fn}`),
        )
        .concat(ofEveryZone.map((fn) => `lpo-meridian-m-7f3a9c-privileged-${fn}`))
        .sort(),
      quarantined: ['200000000001'],
      keys: {
        'alias/lpo/meridian/canary': 'Enabled',
        'alias/lpo/meridian/m-2be41d': 'Disabled',
        'alias/lpo/meridian/m-7f3a9c': 'Disabled',
        'alias/lpo/meridian/m-7f3a9c-privileged': 'Disabled',
      },
    });
  });

  test('a matter: the other matter works on; a session nobody can attribute ends', async () => {
    const cloud = meridianAtWork();
    const result = await throwSwitch(cloud, suspendMatter);
    expect(result.outcome).toBe('complete');
    expect(cloud.state()).toMatchObject({
      suspensions: ['state/suspended/matter/m-7f3a9c/inc-20a1f3'],
      sessions: ['conn-2'],
      quarantined: [],
      keys: { 'alias/lpo/meridian/m-2be41d': 'Enabled', 'alias/lpo/meridian/m-7f3a9c': 'Disabled' },
    });
    expect(cloud.state().rules).toHaveLength(4);
    expect(cloud.state().suspended.every((role) => role.includes('m-7f3a9c'))).toBe(true);
    expect(result.reports['attach-quarantine']).toMatchObject({ status: 'not-applicable' });
  });

  test('a person: VPN and role sessions of that person end, on every role; nobody else notices', async () => {
    const cloud = meridianAtWork();
    const before = cloud.state();
    expect((await throwSwitch(cloud, suspendPerson)).outcome).toBe('complete');
    expect(cloud.state()).toEqual({
      ...before,
      suspensions: ['state/suspended/person/p-0a1b2c/inc-20a1f3'],
      sessions: ['conn-2', 'conn-3'],
      suspendedPeople: [
        'auditor',
        'key-custodian',
        'm-2be41d-qc-lead',
        'm-2be41d-restorer',
        'm-2be41d-reviewer',
        'm-7f3a9c-privileged-restorer',
        'm-7f3a9c-qc-lead',
        'm-7f3a9c-restorer',
        'm-7f3a9c-reviewer',
      ].map((role) => `lpo-meridian-suspended-p-0a1b2c on lpo-meridian-${role}`),
    });
  });

  test('a person for whom the deployment made no policy: named as not done, the session ends all the same', async () => {
    const cloud = meridianAtWork();
    cloud.people.delete('p-0a1b2c');
    const result = await throwSwitch(cloud, suspendPerson);
    expect(result.outcome).toBe('incomplete');
    expect(result.notDone).toHaveLength(9);
    expect(result.notDone[0]).toMatch(/^suspend-roles: lpo-meridian-\S+: NoSuchEntityException/);
    expect(cloud.sessions.has('conn-1')).toBe(false);
  });

  test('a drill hits the canary and nothing else', async () => {
    const cloud = meridianAtWork();
    const before = cloud.state();
    expect((await throwSwitch(cloud, drill)).outcome).toBe('complete');
    expect(cloud.state()).toEqual({
      ...before,
      suspensions: ['state/suspended/matter/canary/inc-20a1f3'],
      suspended: ['lpo-meridian-canary'],
      keys: { ...before.keys, 'alias/lpo/meridian/canary': 'Disabled' },
    });
    expect(cloud.messages[0]?.subject).toBe('Drill inc-20a1f3: complete');
    const [, manifest] = evidenceOf(cloud).find(([key]) => key.includes('custody-manifest')) ?? [];
    expect(JSON.parse(manifest ?? '')).toMatchObject({ drill: true, requestedAt: '2026-06-15T10:00:00Z' });
  });

  test('what one call does comes first, keys after the doors, evidence and messages last', async () => {
    const cloud = meridianAtWork();
    const order: string[] = [];
    await throwSwitch(cloud, suspendVendor, { onState: (state) => order.push(state) });
    expect(killSwitchSteps.every(({ name }) => order.includes(name))).toBe(true);
    expect(order.slice(0, 5)).toEqual([
      'receive',
      'check-request',
      'record-suspension',
      'attach-quarantine',
      'cut-off',
    ]);
    expect(order.slice(-3)).toEqual(['capture-evidence', 'tell-everyone', 'summarize']);
    expect(cloud.boundary.operations().slice(0, 3)).toEqual([
      's3 PUT suspended/vendor/inc-20a1f3',
      'organizations ListPolicies',
      'organizations AttachPolicy',
    ]);
  });

  test('evidence is under legal hold, never overwritten, and the manifest names every file by its hash', async () => {
    const cloud = meridianAtWork();
    await throwSwitch(cloud, suspendVendor);
    const puts = cloud.boundary.calls.filter(({ operation }) => operation.startsWith('PUT incidents/'));
    expect(puts).toHaveLength(11);
    for (const { headers } of puts) {
      expect(headers['x-amz-object-lock-legal-hold']).toBe('ON');
      expect(headers['if-none-match']).toBe('*');
    }
    const files = evidenceOf(cloud);
    const [, manifest] = files.find(([key]) => key.includes('custody-manifest')) ?? [];
    const named: { key: string; sha256: string }[] = JSON.parse(manifest ?? '{}').files;
    expect(named).toHaveLength(8);
    for (const { key, sha256 } of named) {
      const body = cloud.objects.get(`evidence/${key}`) ?? '';
      expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    }
    const sessions = files.find(([key]) => key.includes('end-vpn-sessions'))?.[1] ?? '';
    expect(JSON.parse(sessions).before).toContainEqual(
      expect.objectContaining({
        connection: 'conn-1',
        session: { person: 'p-0a1b2c', matters: ['m-7f3a9c'] },
      }),
    );
  });

  test('everyone is told, in ids', async () => {
    const cloud = meridianAtWork();
    await throwSwitch(cloud, suspendVendor);
    expect(cloud.messages).toHaveLength(1);
    expect(cloud.messages[0]?.text).toContain('vendor meridian of meridian suspended by p-00aa00');
    expect(cloud.messages[0]?.text).not.toContain('Review Services');
  });
});

describe('a request that makes no sense', () => {
  test.each([
    ['another vendor', { ...suspendVendor, vendor: 'luzon' }, 'vendor: got luzon, expected meridian'],
    ['an unknown matter', { ...suspendMatter, id: 'm-000000' }, 'id: got m-000000, expected one of m-7f3a9c'],
    ['a name instead of a person', { ...suspendPerson, id: 'smith' }, 'id: got smith, expected a person'],
    ['a person without an id', { ...suspendPerson, id: undefined }, 'expected a person'],
    ['a vendor with an id', { ...suspendVendor, id: 'm-7f3a9c' }, 'expected none for a whole vendor'],
    ['a drill on a real matter', { ...suspendMatter, drill: true }, 'expected a drill to name matter canary'],
    ['the canary without saying drill', { ...drill, drill: false }, 'id: got canary'],
    ['nobody asking', { ...suspendVendor, requestedBy: '' }, 'requestedBy'],
    ['no incident', { ...suspendVendor, incident: 'x' }, 'incident'],
    ['a request to resume', { ...suspendVendor, resume: true }, 'resume'],
  ])('%s: refused before anything is touched', async (_, request, message) => {
    const cloud = meridianAtWork();
    const run = throwSwitch(cloud, JSON.parse(JSON.stringify(request)));
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toMatchObject({ error: 'BadRequest' });
    expect(cloud.boundary.calls).toEqual([]);
  });
});

/** The world after a run that nothing disturbed. */
const undisturbed = async (request: unknown) => {
  const cloud = meridianAtWork();
  await throwSwitch(cloud, request);
  return cloud.state();
};

describe('killed and started again', () => {
  test.each(killSwitchSteps.map(({ name }) => name))('before %s', async (step) => {
    const cloud = meridianAtWork();
    const onState = (state: string) => {
      if (state === step) throw new MachineDown();
    };
    await expect(throwSwitch(cloud, suspendVendor, { onState })).rejects.toThrow(MachineDown);
    expect((await throwSwitch(cloud, suspendVendor)).outcome).toBe('complete');
    expect(cloud.state()).toEqual(await undisturbed(suspendVendor));
  });

  test('between any two calls to AWS', async () => {
    const wanted = await undisturbed(suspendVendor);
    const probe = meridianAtWork();
    await throwSwitch(probe, suspendVendor);
    const total = probe.boundary.calls.length;
    expect(total).toBeGreaterThan(40);
    for (let alive = 0; alive < total; alive += 1) {
      const cloud = meridianAtWork();
      cloud.boundary.fault = (_, index) => (index >= alive ? new MachineDown() : undefined);
      const down = () => {
        if (cloud.boundary.calls.length > alive) throw new MachineDown();
      };
      await expect(throwSwitch(cloud, suspendVendor, { onState: down })).rejects.toThrow(MachineDown);
      cloud.boundary.fault = () => undefined;
      expect((await throwSwitch(cloud, suspendVendor)).outcome).toBe('complete');
      expect(cloud.state()).toEqual(wanted);
    }
  });

  test('twice in a row changes nothing the second time, and says so', async () => {
    const cloud = meridianAtWork();
    await throwSwitch(cloud, suspendVendor);
    const state = cloud.state();
    const again = await throwSwitch(cloud, suspendVendor);
    expect(cloud.state()).toEqual(state);
    expect(again.outcome).toBe('complete');
    expect(again.reports['disable-keys']).toMatchObject({
      done: [],
      already: ['m-7f3a9c', 'm-7f3a9c-privileged', 'm-2be41d'].map((zone) => `alias/lpo/meridian/${zone}`),
    });
    expect(again.reports['attach-quarantine']).toMatchObject({ done: [] });
  });
});

describe('one failing step never stops the others', () => {
  const broken: [string, string, (operation: string, service: string) => boolean, number][] = [
    ['the state bucket', 'record-suspension', (op) => op.startsWith('PUT suspended/'), 403],
    ['the VPN', 'revoke-vpn-rules', (op) => op === 'RevokeClientVpnIngress', 403],
    ['sessions', 'end-vpn-sessions', (op) => op === 'TerminateClientVpnConnections', 403],
    ['IAM', 'suspend-roles', (op) => op === 'AttachRolePolicy', 403],
    ['the management account', 'attach-quarantine', (_, service) => service === 'organizations', 400],
    ['KMS', 'disable-keys', (op) => op === 'DisableKey', 400],
    ['the evidence bucket', 'capture-evidence', (op) => op.startsWith('PUT incidents/'), 403],
    ['the topic', 'tell-everyone', (op) => op === 'Publish', 403],
  ];
  const denied = (service: string, status: number) =>
    service === 'ec2'
      ? ec2Error(status, 'UnauthorizedOperation')
      : ['kms', 'organizations'].includes(service)
        ? jsonError(status, 'AccessDeniedException')
        : queryError(status, 'AccessDenied');

  for (const [what, step, hit, status] of broken)
    test(`${what} refuses: ${step} is reported, all others are done`, async () => {
      const cloud = meridianAtWork();
      cloud.boundary.fault = ({ operation, service }) =>
        hit(operation, service) ? denied(service, status) : undefined;
      const result = await throwSwitch(cloud, suspendVendor);
      expect(result.outcome).toBe('incomplete');
      expect(result.reports[step]).toMatchObject({ status: 'incomplete' });
      expect(result.reports[step]?.failed.length).toBeGreaterThan(0);
      for (const other of Object.values(result.reports).filter((report) => report.step !== step))
        if (step !== 'suspend-roles' || other.step !== 'close-buckets') expect(other.status).toBe('done');
      expect(result.notDone.every((line) => /^(\S+): .+/.test(line))).toBe(true);
      if (step !== 'tell-everyone') expect(cloud.messages[0]?.text).toMatch(/NOT DONE|complete/);
    });

  test('no way into the vendor account at all: the quarantine still falls and everyone learns what is open', async () => {
    const cloud = meridianAtWork();
    const inVendorAccount = async () => {
      throw Object.assign(new Error('The security token included in the request is expired'), {
        name: 'ExpiredTokenException',
      });
    };
    const result = await throwSwitch(cloud, suspendVendor, { parts: { inVendorAccount } });
    expect(result.outcome).toBe('incomplete');
    expect(cloud.state().quarantined).toEqual(['200000000001']);
    expect(result.notDone).toHaveLength(6);
    expect(result.notDone[0]).toContain('ExpiredTokenException');
    expect(cloud.messages[0]?.text).toContain('NOT DONE: record-suspension');
  });

  test('one session that will not end does not keep the others, and is named', async () => {
    const cloud = meridianAtWork();
    cloud.boundary.fault = ({ form }) =>
      form.get('ConnectionId') === 'conn-2' ? ec2Error(403, 'UnauthorizedOperation') : undefined;
    const result = await throwSwitch(cloud, suspendVendor);
    expect(cloud.state().sessions).toEqual(['conn-2']);
    expect(result.notDone).toEqual([expect.stringContaining('end-vpn-sessions: conn-2: ')]);
  });

  test.each([
    ['throttled', () => ec2Error(503, 'RequestLimitExceeded')],
    ['cut off', () => cut()],
  ])('a call that is %s once is tried again and the run is complete', async (_, fault) => {
    const cloud = meridianAtWork();
    const seen = new Set<string>();
    cloud.boundary.fault = ({ service, operation, body }) => {
      const call = `${operation} ${body}`;
      if (service !== 'ec2' || seen.has(call)) return undefined;
      seen.add(call);
      return fault();
    };
    expect((await throwSwitch(cloud, suspendMatter)).outcome).toBe('complete');
  });

  test('a key that is gone is reported, the other is disabled', async () => {
    const cloud = meridianAtWork();
    cloud.keys.delete('alias/lpo/meridian/m-7f3a9c');
    const result = await throwSwitch(cloud, suspendVendor);
    expect(result.notDone).toEqual([
      expect.stringMatching(/^disable-keys: alias\/lpo\/meridian\/m-7f3a9c: NotFoundException/),
    ]);
    expect(cloud.keys.get('alias/lpo/meridian/m-2be41d')).toBe('Disabled');
  });
});

test('in all these runs no call turned anything on', async () => {
  const cloud = meridianAtWork();
  for (const request of [suspendVendor, suspendMatter, suspendPerson, drill])
    await throwSwitch(cloud, request);
  const operations = new Set(cloud.boundary.calls.map(({ operation }) => operation.split(' ')[0]));
  expect([...operations].sort()).toEqual([
    'AttachPolicy',
    'AttachRolePolicy',
    'DescribeClientVpnAuthorizationRules',
    'DescribeClientVpnConnections',
    'DescribeClientVpnEndpoints',
    'DescribeKey',
    'DisableKey',
    'GET',
    'ListPolicies',
    'PUT',
    'Publish',
    'RevokeClientVpnIngress',
    'TerminateClientVpnConnections',
  ]);
});
