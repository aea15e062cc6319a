/** Owner and review date of an acknowledgement, read from its reason's text. */
export interface Accountability {
  readonly reason: string;
  readonly owner: string;
  /** Calendar date, YYYY-MM-DD. */
  readonly reviewBy: string;
}

const form = /^(.+) \[owner: ([a-z0-9-]+); review by: (\d{4}-\d{2}-\d{2})\]$/s;

/** Undefined when nobody answers for it: such an acknowledgement counts as a finding. */
export function accountability(text: string): Accountability | undefined {
  const [, reason, owner, reviewBy] = form.exec(text) ?? [];
  return reason && owner && reviewBy ? { reason, owner, reviewBy } : undefined;
}

/** The one acknowledgement aws-cdk-lib makes itself: zones written out, which is what we ask it to do. */
export const byTheCdk = {
  id: 'CloudFormation-Validate::W3010',
  reason:
    'Literal AZs in template are the result of accessing stack.availabilityZones, this is expected and safe',
};
