import { EC2 } from '@aws-sdk/client-ec2';
import { IAM } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { Organizations } from '@aws-sdk/client-organizations';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { killSwitchDefinition } from '../../../../lib/constructs/kill-switch/kill-switch-definition.ts';
import {
  type KillSwitchEvent,
  killSwitchHandler,
} from '../../../../lib/functions/kill-switch/kill-switch-handler.ts';
import type { Summary } from '../../../../lib/functions/kill-switch/summarize.ts';
import type { SwitchParts, VendorClients } from '../../../../lib/functions/kill-switch/switch-parts.ts';
import { type Machine, type RunOptions, run } from '../../../aws/states-language.ts';
import type { VendorCloud } from './vendor-cloud.ts';

const definition = killSwitchDefinition('arn:aws:lambda:x') as Machine;

const known = new WeakMap<VendorCloud, SwitchParts>();

/** The real steps over real SDK clients, whose network is the cloud given; a function that runs again has its own still. */
export function switchParts(cloud: VendorCloud): SwitchParts {
  const parts = known.get(cloud) ?? makeParts(cloud);
  known.set(cloud, parts);
  return parts;
}

/** Clients in the vendor's account, each made when a step first asks for it. */
function vendorClients(cloud: VendorCloud): VendorClients {
  const settings = cloud.boundary.client('eu-west-2', 'AKIDVENDOR');
  const made: { ec2?: EC2; iam?: IAM; kms?: KMS; s3?: S3 } = {};
  return {
    get ec2() {
      made.ec2 ??= new EC2(settings);
      return made.ec2;
    },
    get iam() {
      made.iam ??= new IAM(settings);
      return made.iam;
    },
    get kms() {
      made.kms ??= new KMS(settings);
      return made.kms;
    },
    get s3() {
      made.s3 ??= new S3(settings);
      return made.s3;
    },
  };
}

function makeParts(cloud: VendorCloud): SwitchParts {
  const base = cloud.boundary.client();
  const inVendorAccount = vendorClients(cloud);
  const organizations = new Organizations(cloud.boundary.client('us-east-1', 'AKIDMGMT'));
  return {
    vendor: 'meridian',
    account: '200000000001',
    partition: 'aws',
    matters: [
      { id: 'm-7f3a9c', zones: ['documents', 'privileged'], functions: ['reviewer', 'qcLead'] },
      { id: 'm-2be41d', zones: ['documents'], functions: ['reviewer', 'qcLead'] },
    ],
    stateBucket: 'state',
    evidenceBucket: 'evidence',
    topicArn: 'arn:aws:sns:eu-west-2:100000000002:lpo-meridian-alerts',
    quarantinePolicy: 'lpo-quarantine',
    inVendorAccount: async () => inVendorAccount,
    inManagementAccount: async () => organizations,
    evidence: new S3(base),
    sns: new SNS(base),
  };
}

export const suspendVendor = {
  incident: 'inc-20a1f3',
  vendor: 'meridian',
  scope: 'vendor',
  requestedBy: 'p-00aa00',
  requestedAt: '2026-06-15T10:00:00Z',
  drill: false,
};
export const suspendMatter = { ...suspendVendor, scope: 'matter', id: 'm-7f3a9c' };
export const suspendPerson = { ...suspendVendor, scope: 'person', id: 'p-0a1b2c' };
export const drill = { ...suspendVendor, scope: 'matter', id: 'canary', drill: true };

/** Executes the state machine, each Task by the real handler. */
export async function throwSwitch(
  cloud: VendorCloud,
  request: unknown,
  options: Partial<RunOptions> & { parts?: Partial<SwitchParts> } = {},
): Promise<Summary> {
  const handler = killSwitchHandler({ ...switchParts(cloud), ...options.parts });
  return (await run(definition, request as never, {
    invoke: (payload) => handler(payload as unknown as KillSwitchEvent),
    ...options,
  })) as unknown as Summary;
}
