import { Token, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Why one finding, or several with the same cause, is accepted on one construct. */
export interface Acknowledgement {
  /**
   * Exact rule id, or several that share the reason. Rules that report each match want the match in
   * brackets: `AwsSolutions-IAM5[Resource::*]`, never the bare `AwsSolutions-IAM5`.
   */
  readonly rule: string | readonly string[];
  /** Reason the finding is acceptable here, in terms a reviewer can check. */
  readonly reason: string;
  /** Slug of the team that answers for it, for example `platform-security`. */
  readonly owner: string;
  /** Calendar date, `YYYY-MM-DD`, by which somebody looks again. */
  readonly reviewBy: string;
}

/**
 * The only way a finding is accepted.
 *
 * It covers the construct and everything below it, so call it on the resource itself wherever there is one.
 * Owner and date travel in the reason's text, `<reason> [owner: <owner>; review by: YYYY-MM-DD]`, because
 * that is all the CDK keeps.
 */
export function acknowledge(construct: IConstruct, acknowledgement: Acknowledgement): void {
  const { rule, owner, reviewBy } = acknowledgement;
  const reason = acknowledgement.reason.trim();
  const rules = typeof rule === 'string' ? [rule] : rule;
  const faults = [
    rules.length > 0 || 'rule: got none, expected at least one rule id',
    !rules.some((id) => Token.isUnresolved(id)) ||
      'rule: got a name that only the deployment knows, expected one known at synthesis; give the stack its account and region, and the app the feature flags: new App({ context: featureFlags() })',
    reason.length >= 20 || `reason: got ${quote(reason)}, expected a sentence of at least 20 characters`,
    slug.test(owner) || `owner: got ${quote(owner)}, expected a team's slug such as platform-security`,
    isCalendarDate(reviewBy) || `reviewBy: got ${quote(reviewBy)}, expected a date such as 2027-11-01`,
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) {
    throw new Error(`Acknowledgement on ${construct.node.path}: ${faults.join('; ')}.`);
  }
  const text = `${reason} [owner: ${owner}; review by: ${reviewBy}]`;
  Validations.of(construct).acknowledge(...rules.map((id) => ({ id: qualified(id), reason: text })));
}

/**
 * `<plugin>::<rule>`: the CDK then withdraws the finding itself and lists it, with its reason, in the
 * assembly's validation report. Without the plugin's name cdk-nag would drop it without a trace.
 */
const qualified = (rule: string): string =>
  rule.split('[')[0]?.includes('::') ? rule : `${rule.split('-')[0]}::${rule}`;

const slug = /^[a-z][a-z0-9-]*[a-z0-9]$/;
const quote = (text: string): string => JSON.stringify(text);

function isCalendarDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
