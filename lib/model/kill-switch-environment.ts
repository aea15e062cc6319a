import { quarantinePolicyName } from './names.ts';
import { type SwitchMatter, switchMatterSettings } from './switch-matters.ts';

/** Settings of the kill switch's function. */
export interface KillSwitchFacts {
  /** Slug of the vendor. */
  readonly vendor: string;
  /** The vendor's own account, twelve digits. */
  readonly vendorAccount: string;
  readonly partition: string;
  readonly matters: readonly SwitchMatter[];
  /** Name of the bucket that holds suspensions and VPN sessions. */
  readonly stateBucketName: string;
  /** Name of the bucket in the log archive that keeps evidence under Object Lock. */
  readonly evidenceBucketName: string;
  /** ARN of the topic in the security account that the switch reports to. */
  readonly topicArn: string;
  /** ARN of the role through which it works in the vendor's account. */
  readonly containmentRoleArn: string;
  /** ARN of the role in the management account that attaches the quarantine. */
  readonly quarantineRoleArn: string;
}

/** Environment variables of the kill switch's function; Lambda takes 4 KB of them. */
export const killSwitchEnvironment = (facts: KillSwitchFacts): Readonly<Record<string, string>> => ({
  VENDOR: facts.vendor,
  VENDOR_ACCOUNT: facts.vendorAccount,
  PARTITION: facts.partition,
  ...switchMatterSettings(facts.matters),
  STATE_BUCKET: facts.stateBucketName,
  EVIDENCE_BUCKET: facts.evidenceBucketName,
  TOPIC_ARN: facts.topicArn,
  QUARANTINE_POLICY: quarantinePolicyName,
  CONTAINMENT_ROLE: facts.containmentRoleArn,
  QUARANTINE_ROLE: facts.quarantineRoleArn,
});
