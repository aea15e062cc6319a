import type { KillSwitchRequest, StepReport } from '../../model/kill-switch.ts';
import type { NamedPermission } from '../../model/permission.ts';
import type { SwitchParts } from './switch-parts.ts';

/** Resources that a step's permissions can name in the vendor's account. */
export interface VendorResources {
  readonly vendor: string;
  readonly roleArn: (name: string) => string;
  readonly policyArn: (name: string) => string;
  /** The policy that denies everything. */
  readonly suspendedPolicyArn: string;
  readonly stateBucketArn: string;
  /** Every key of the account. */
  readonly keysArn: string;
}

/** Resources that a step's permissions can name in the management account. */
export interface ManagementResources {
  /** Every service control policy of the organization. */
  readonly serviceControlPoliciesArn: string;
  /** The vendor's account as a target of policies. */
  readonly vendorAccountArn: string;
}

/** Resources that a step's permissions can name in the security account and the log archive. */
export interface OwnResources {
  /** Evidence of every incident. */
  readonly evidenceArn: string;
  /** Every key of the log archive. */
  readonly archiveKeysArn: string;
  readonly topicArn: string;
  /** Every key of the security account. */
  readonly keysArn: string;
  /** Value of `kms:ViaService`, for example `s3.eu-west-2.amazonaws.com`. */
  readonly viaService: (service: string) => string;
}

/** Permissions of a step, by the role it uses them through. Statements of several steps with one sid are one. */
export interface StepPermissions {
  /** Of the containment role, in the vendor's account. @default - none */
  readonly vendor?: (resources: VendorResources) => readonly NamedPermission[];
  /** Of the quarantine role, in the management account. @default - none */
  readonly management?: (resources: ManagementResources) => readonly NamedPermission[];
  /** Of the function's own role. @default - none */
  readonly own?: (resources: OwnResources) => readonly NamedPermission[];
}

/**
 * A step of the kill switch: its place in the state machine, what it may do and what it does.
 *
 * The builder reads this file too, so a step takes the clients it is given and imports only types of the SDK.
 */
export interface Step {
  /** Name of the state and of the report; the file has the same. */
  readonly name: string;
  /**
   * `first`: before everything else, one call each. `last`: after everything else. Otherwise the branch whose
   * steps run one after the other, side by side with the other branches.
   */
  readonly phase: 'first' | 'last' | { readonly branch: string };
  /** Steps of a phase or branch run in this order; branches stand in the order of their first steps. */
  readonly order: number;
  /**
   * Seconds until Step Functions gives up one attempt. The function itself ends after 110.
   *
   * @default 120
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
   */
  readonly timeoutSeconds?: number;
  /** Attempts after the first one, the first a second later and each twice as late. @default 3 */
  readonly retries?: number;
  /** @default - what the step does needs none */
  readonly permissions?: StepPermissions;
  /**
   * Does the step's part for one request.
   *
   * @param reports of the steps before it.
   * @param expected names of the steps that cut off; each has a report once the last steps run.
   */
  readonly run: (
    parts: SwitchParts,
    request: KillSwitchRequest,
    reports: Readonly<Record<string, StepReport>>,
    expected: readonly string[],
  ) => Promise<StepReport>;
}
