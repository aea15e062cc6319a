import { partitionOfRegion } from '../../model/aws-regions.ts';
import { logGroupName } from '../../model/names.ts';
import type { Need, Resources } from './need.ts';

/** Unit of the quota `logs-delivery-policy`. */
export const deliveryCharacters = 'characters of log deliveries';

/** Log groups of a vendor that a state machine in the security account writes to. */
export const machineLogs = (vendor: string): readonly string[] =>
  ['breach-clock-steps', 'kill-switch-steps'].map((log) => logGroupName(vendor, log));

/**
 * Characters that a state machine's log adds to the policy with which AWS lets itself deliver logs. A group below
 * `/aws/vendedlogs/` would add none.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
 */
export function deliveryTo(
  logGroup: string,
  { account, region }: Pick<Need, 'account' | 'region'>,
): Resources {
  if (logGroup.startsWith('/aws/vendedlogs/')) return {};
  const partition = partitionOfRegion.get(region) ?? 'aws';
  const arn = `arn:${partition}:logs:${region}:${account}:log-group:${logGroup}:log-stream:*`;
  return { [deliveryCharacters]: `"${arn}",`.length };
}
