import type { ReinstatementPlan, VpnRule } from './reinstatement-plan.ts';
import type { Suspension } from './standing.ts';

/** Port for what a reinstatement does in AWS; `lib/operations/aws/aws-reinstatement-control.ts` does it. Every call may be repeated. */
export interface ReinstatementControl {
  /** Every suspension in the state bucket. */
  standing(): Promise<readonly Suspension[]>;
  /** @returns false when the key was enabled already. @throws for a key that waits for its deletion */
  enableKey(alias: string): Promise<boolean>;
  /** @returns false when it was not attached. */
  detach(role: string, policyArn: string): Promise<boolean>;
  /** @returns false when the rule was there. */
  authorize(rule: VpnRule): Promise<boolean>;
  /**
   * @returns false when it was not attached; undefined without credentials of the management account, and
   *   then nobody can tell.
   */
  liftQuarantine(account: string): Promise<boolean | undefined>;
  liftSuspension(key: string): Promise<void>;
}

/** Target to turn on again. */
export interface Target {
  readonly name: string;
  /** @returns false when it was on; undefined when nobody here can. */
  readonly act: () => Promise<boolean | undefined>;
}

/**
 * Stages in their order: what nobody can reach yet first, the doors after it, and what the connect handler
 * asks last, so that nobody comes in before everything is as it was.
 */
export const stages = (
  plan: ReinstatementPlan,
  control: ReinstatementControl,
): readonly (readonly Target[])[] => [
  plan.keys.map((alias) => ({ name: `enable ${alias}`, act: () => control.enableKey(alias) })),
  plan.attachments.map(({ role, policyArn }) => ({
    name: `detach ${policyArn.split('/').at(-1)} from ${role}`,
    act: () => control.detach(role, policyArn),
  })),
  plan.rules.map((rule) => ({
    name: `authorize ${rule.description} to ${rule.cidr}`,
    act: () => control.authorize(rule),
  })),
  plan.quarantine
    ? [{ name: `lift the quarantine of ${plan.account}`, act: () => control.liftQuarantine(plan.account) }]
    : [],
  plan.suspensions.map((key) => ({
    name: `lift ${key}`,
    act: async () => {
      await control.liftSuspension(key);
      return true;
    },
  })),
];
