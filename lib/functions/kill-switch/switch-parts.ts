import type { EC2 } from '@aws-sdk/client-ec2';
import type { IAM } from '@aws-sdk/client-iam';
import type { KMS } from '@aws-sdk/client-kms';
import type { Organizations } from '@aws-sdk/client-organizations';
import type { S3 } from '@aws-sdk/client-s3';
import type { SNS } from '@aws-sdk/client-sns';
import type { KillSwitchRequest } from '../../model/kill-switch.ts';
import { canary } from '../../model/names.ts';
import type { SwitchMatter } from '../../model/switch-matters.ts';

/** Clients that work in the vendor's account, as the containment role. */
export interface VendorClients {
  readonly ec2: EC2;
  readonly iam: IAM;
  readonly kms: KMS;
  readonly s3: S3;
}

/** Clients, names and places that the switch of one vendor works with. */
export interface SwitchParts {
  readonly vendor: string;
  readonly account: string;
  readonly partition: string;
  readonly matters: readonly SwitchMatter[];
  readonly stateBucket: string;
  readonly evidenceBucket: string;
  readonly topicArn: string;
  /** Name of the quarantine SCP. */
  readonly quarantinePolicy: string;
  readonly inVendorAccount: () => Promise<VendorClients>;
  readonly inManagementAccount: () => Promise<Organizations>;
  /** Clients of the security account itself. */
  readonly evidence: S3;
  readonly sns: SNS;
}

/** Matters a request concerns; the canary stands for a matter in a drill. */
export function mattersOf(parts: SwitchParts, { scope, id }: KillSwitchRequest): readonly SwitchMatter[] {
  if (scope === 'vendor') return parts.matters;
  if (scope === 'person') return [];
  if (id === canary) return [{ id: canary, zones: ['documents'], functions: [] }];
  return parts.matters.filter((matter) => matter.id === id);
}
