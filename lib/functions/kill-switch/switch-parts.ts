import type { EC2Client } from '@aws-sdk/client-ec2';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { KillSwitchRequest, StepReport } from '../../model/kill-switch.ts';
import { canary } from '../../model/names.ts';
import type { SwitchMatter } from '../../model/switch-matters.ts';

/** Clients that work in the vendor's account, as the containment role. */
export interface VendorClients {
  readonly ec2: EC2Client;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly s3: S3Client;
}

/** What the switch of one vendor works with. */
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
  readonly inManagementAccount: () => Promise<OrganizationsClient>;
  /** Clients of the security account itself. */
  readonly evidence: S3Client;
  readonly sns: SNSClient;
}

/** One step: does its part for one request, given what the steps before it reported. */
export type Step = (
  parts: SwitchParts,
  request: KillSwitchRequest,
  reports: Readonly<Record<string, StepReport>>,
) => Promise<StepReport>;

/** Matters a request concerns; the canary stands for a matter in a drill. */
export function mattersOf(parts: SwitchParts, { scope, id }: KillSwitchRequest): readonly SwitchMatter[] {
  if (scope === 'vendor') return parts.matters;
  if (scope === 'person') return [];
  if (id === canary) return [{ id: canary, zones: ['documents'], functions: [] }];
  return parts.matters.filter((matter) => matter.id === id);
}
