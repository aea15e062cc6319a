import { EC2 } from '@aws-sdk/client-ec2';
import { IAM } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { Organizations } from '@aws-sdk/client-organizations';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { containmentSteps } from '../../../../lib/functions/kill-switch/kill-switch-handler.ts';
import { killSwitchSteps } from '../../../../lib/functions/kill-switch/kill-switch-steps.ts';
import type { SwitchParts } from '../../../../lib/functions/kill-switch/switch-parts.ts';
import type { AwsCall, Fault } from '../../../aws/aws-boundary.ts';
import { MachineDown } from '../../../aws/states-language.ts';
import { cut, ec2Error, jsonError, queryError, s3Error } from '../../../aws/wire-errors.ts';
import { drill, suspendMatter, suspendPerson, suspendVendor, throwSwitch } from './throw-switch.ts';
import { meridianAtWork, type VendorCloud } from './vendor-cloud.ts';

const stepNames = killSwitchSteps.map(({ name }) => name);

const scopes = [
  ['vendor', suspendVendor],
  ['matter', suspendMatter],
  ['person', suspendPerson],
  ['drill', drill],
] as const;

type State = ReturnType<VendorCloud['state']>;
const ends = new Map<unknown, State>();

/** The state after a run without a fault: the same for each request, so asked once. */
async function undisturbed(request: unknown): Promise<State> {
  const known = ends.get(request);
  if (known) return known;
  const cloud = meridianAtWork();
  await throwSwitch(cloud, request);
  ends.set(request, cloud.state());
  return cloud.state();
}

/** Clients that do not try again themselves: the state machine does, and a fault that stays is seen sooner. */
function impatient(cloud: VendorCloud): Partial<SwitchParts> {
  const once = { ...cloud.boundary.client(), maxAttempts: 1 };
  const inVendorAccount = { ec2: new EC2(once), iam: new IAM(once), kms: new KMS(once), s3: new S3(once) };
  const organizations = new Organizations(once);
  return {
    inVendorAccount: async () => inVendorAccount,
    inManagementAccount: async () => organizations,
    evidence: new S3(once),
    sns: new SNS(once),
  };
}

describe.each(scopes)('killed and thrown again: %s', (_, request) => {
  test.each(stepNames)('before and after %s', async (step) => {
    const wanted = await undisturbed(request);
    for (const nth of [0, 1]) {
      const cloud = meridianAtWork();
      let reached = false;
      const onState = (state: string) => {
        // After the step is before whatever comes next.
        if (reached || (nth === 0 && state === step)) throw new MachineDown();
        reached = nth === 1 && state === step;
      };
      await expect(throwSwitch(cloud, request, { onState })).rejects.toThrow(MachineDown);
      expect((await throwSwitch(cloud, request)).outcome).toBe('complete');
      expect(cloud.state()).toEqual(wanted);
    }
  });

  test('between any two calls', async () => {
    const wanted = await undisturbed(request);
    const probe = meridianAtWork();
    await throwSwitch(probe, request);
    for (let alive = 0; alive < probe.boundary.calls.length; alive += 1) {
      const cloud = meridianAtWork();
      cloud.boundary.fault = (__, index) => (index >= alive ? new MachineDown() : undefined);
      const down = () => {
        if (cloud.boundary.calls.length > alive) throw new MachineDown();
      };
      await expect(throwSwitch(cloud, request, { onState: down })).rejects.toThrow(MachineDown);
      cloud.boundary.fault = () => undefined;
      expect((await throwSwitch(cloud, request)).outcome).toBe('complete');
      expect(cloud.state()).toEqual(wanted);
    }
  }, 60_000);
});

/** An error as the service spells it. */
const spelled = ({ service }: AwsCall, status: number, code: string): Fault =>
  service === 's3'
    ? s3Error(status, code)
    : service === 'ec2'
      ? ec2Error(status, code)
      : ['kms', 'organizations'].includes(service)
        ? jsonError(status, code)
        : queryError(status, code);

const faults: readonly (readonly [string, (call: AwsCall) => Fault])[] = [
  ['throttled', (call) => spelled(call, 400, 'ThrottlingException')],
  ['denied', (call) => spelled(call, 403, 'AccessDenied')],
  ['cut off', () => cut()],
  ['timed out', () => Object.assign(new Error('socket timed out'), { name: 'TimeoutError' })],
  ['answered with 500', (call) => spelled(call, 500, 'InternalFailure')],
  ['answered in half', () => ({ status: 200, body: '' })],
  ['DisabledException', (call) => spelled(call, 400, 'DisabledException')],
  ['KMSInvalidStateException', (call) => spelled(call, 400, 'KMSInvalidStateException')],
  ['NotFoundException', (call) => spelled(call, 400, 'NotFoundException')],
];

/** Every kind of call a vendor's suspension makes, by service and operation. */
const kindOf = ({ service, operation }: AwsCall): string =>
  `${service} ${operation.replace(/^(PUT|GET) (\w+)\/.*$/, '$1 $2')}`;
const kinds = [
  's3 PUT suspended',
  's3 GET sessions',
  's3 PUT incidents',
  'organizations ListPolicies',
  'organizations AttachPolicy',
  'ec2 DescribeClientVpnEndpoints',
  'ec2 DescribeClientVpnAuthorizationRules',
  'ec2 DescribeClientVpnConnections',
  'ec2 RevokeClientVpnIngress',
  'ec2 TerminateClientVpnConnections',
  'iam AttachRolePolicy',
  'kms DescribeKey',
  'kms DisableKey',
  'sns Publish',
];
/** A lost answer to these is believed, or its loss changes nothing that is left open. */
const harmless = new Set(['s3 GET sessions']);

test('the kinds below are every kind of call there is', async () => {
  const cloud = meridianAtWork();
  await throwSwitch(cloud, suspendVendor);
  expect([...new Set(cloud.boundary.calls.map(kindOf))].sort()).toEqual([...kinds].sort());
});

/** An empty answer is half of one only where something was to be read. */
const faultsOf = (kind: string) =>
  faults.filter(([name]) => name !== 'answered in half' || /Describe|List|GET/.test(kind));

describe.each(kinds)('%s', (kind) => {
  test.each(faultsOf(kind))(
    '%s for good: no other step suffers, it is named, and a further run finishes',
    async (_, fault) => {
      const cloud = meridianAtWork();
      const parts = impatient(cloud);
      cloud.boundary.fault = (call) => (kindOf(call) === kind ? fault(call) : undefined);
      const result = await throwSwitch(cloud, suspendVendor, { parts });
      const hit = cloud.boundary.calls.find((call) => kindOf(call) === kind);
      expect(hit).toBeDefined();
      expect(Object.keys(result.reports).sort()).toEqual([...stepNames].sort());
      const open = Object.values(result.reports).filter(({ status }) => status === 'incomplete');
      const steps = open.map(({ step }) => step);
      // Two steps read the endpoints, two attach policies.
      expect(steps.length).toBeLessThanOrEqual(2);
      // What is not done is said, what is said is not done: unless nothing is missing in the end.
      if (steps.length > 0 || !harmless.has(kind)) {
        const missing = result.outcome === 'incomplete';
        const wanted = JSON.stringify(await undisturbed(suspendVendor));
        const isOpen = JSON.stringify(cloud.state()) !== wanted;
        if (isOpen) expect(missing).toBe(true);
        expect(missing).toBe(result.notDone.length > 0);
        const told = cloud.messages.at(-1)?.text ?? '';
        if (steps.some((step) => containmentSteps.includes(step))) expect(told).toContain('NOT DONE');
      }
      cloud.boundary.fault = () => undefined;
      expect((await throwSwitch(cloud, suspendVendor)).outcome).toBe('complete');
      expect(cloud.state()).toEqual(await undisturbed(suspendVendor));
    },
  );
});
