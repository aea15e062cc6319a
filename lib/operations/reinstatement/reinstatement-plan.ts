import { inputFinding } from '../../model/finding.ts';
/** Plan of a reinstatement: what it turns on again and what it leaves. Approvals are for exactly this. */
export interface ReinstatementPlan {
  readonly vendor: string;
  readonly account: string;
  readonly region: string;
  readonly incident: string;
  /** Ids of those who initiated the suspension; none of them approves. */
  readonly initiatedBy: readonly string[];
  /** Aliases of the keys the switch disabled. */
  readonly keys: readonly string[];
  /** Policies the switch attached. */
  readonly attachments: readonly Attachment[];
  /** VPN rules the switch revoked. */
  readonly rules: readonly VpnRule[];
  /** True where the account is under the quarantine; the organization's administrators lift it. */
  readonly quarantine: boolean;
  /** Objects of the state bucket; while one is there, the connect handler refuses. */
  readonly suspensions: readonly string[];
  /** Targets that stay off, and why. */
  readonly left: readonly string[];
  /** SHA-256 of each custody manifest the plan was made from. */
  readonly evidence: readonly string[];
}

export interface Attachment {
  readonly role: string;
  readonly policyArn: string;
}

export interface VpnRule {
  readonly endpoint: string;
  /** `<matter>-<function>`. */
  readonly description: string;
  readonly group: string;
  readonly cidr: string;
}

export const reinstatementFinding = (
  code: string,
  file: string,
  got: string,
  expected: string,
  fix: string,
) => inputFinding({ code, where: { name: file }, got, expected, fix });
