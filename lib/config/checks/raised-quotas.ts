import type { Finding } from '../../model/finding.ts';
import { defaultOf, QuotaIndex, usedUpBy } from '../../quotas/quota-index.ts';
import type { Quota } from '../../quotas/quotas-schema.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt, placeOf } from '../finding-at.ts';
import { nearestName } from '../nearest-name.ts';
import type { RaisedQuota } from '../organization-schema.ts';

type Problem = Pick<Finding, 'code' | 'got' | 'expected' | 'fix'>;

/** Quotas the firm had raised: ones there are, that AWS raises, no further than it does, once for each place. */
export function raisedQuotas({ organization, vendors, quotas }: LoadedFiles): Finding[] {
  if (!organization) return [];
  const { value, source } = organization;
  const index = new QuotaIndex(quotas.map((file) => file.value));
  const accounts = new Set([
    ...Object.values(value.accounts),
    ...vendors.map((vendor) => vendor.value.account),
  ]);
  const seen = new Map<string, number>();
  return value.quotas.flatMap((raised, at) => {
    const report = (field: keyof RaisedQuota, problem: Problem): Finding =>
      findingAt(source, ['quotas', at, field], problem);
    const quota = index.find(raised.quota);
    if (!quota) {
      const near = nearestName(raised.quota, index.ids);
      return [
        report('quota', {
          code: 'CFG-UNKNOWN-REFERENCE',
          got: `quota: ${raised.quota}`,
          expected: near ?? 'an id of docs/quotas.md',
          fix: 'correct the id, or remove the entry',
        }),
      ];
    }
    const found: Finding[] = [];
    const place = JSON.stringify([raised.quota, raised.account, raised.region]);
    const first = seen.get(place);
    if (first === undefined) seen.set(place, at);
    else
      found.push(
        report('quota', {
          code: 'CFG-DUPLICATE-ID',
          got: `${raised.quota}, already at ${placeOf(source, ['quotas', first])}`,
          expected: 'one figure for each quota, account and Region',
          fix: 'remove one of the two',
        }),
      );
    const tooMuch = valueProblem(quota, raised);
    if (tooMuch) found.push(report('value', tooMuch));
    if (raised.account !== undefined && !accounts.has(raised.account))
      found.push(
        report('account', {
          code: 'CFG-UNKNOWN-REFERENCE',
          got: `account: ${raised.account}`,
          expected: 'an account of organization.yaml or of a vendor',
          fix: 'correct the account, or remove the entry',
        }),
      );
    for (const field of ['account', 'region'] as const)
      if (raised[field] !== undefined && !usedUpBy(quota, field))
        found.push(
          report(field, {
            code: 'CFG-QUOTA-PLACE',
            got: `${field}: ${raised[field]} for ${raised.quota}, a quota per ${quota.per}`,
            expected: `no ${field}`,
            fix: 'remove the field',
          }),
        );
    return found;
  });
}

function valueProblem(quota: Quota, { value, region, reason }: RaisedQuota): Problem | undefined {
  const usual = defaultOf(quota, region);
  const got = `value: ${value}`;
  if (value > usual && quota.adjustable === false)
    return {
      code: 'CFG-QUOTA-FIXED',
      got,
      expected: `at most ${usual}: AWS raises ${quota.id} for nobody`,
      fix: 'remove the entry',
    };
  const most = quota.adjustable === false ? undefined : quota.adjustable.upTo;
  if (most !== undefined && value > most)
    return {
      code: 'CFG-QUOTA-FIXED',
      got,
      expected: `at most ${most}, as far as AWS raises ${quota.id}`,
      fix: 'write what Service Quotas shows as applied',
    };
  if (value < usual && reason === undefined)
    return {
      code: 'CFG-QUOTA-BELOW-DEFAULT',
      got: `${got} without a reason`,
      expected: `at least ${usual}, which AWS grants to everybody, or a reason`,
      fix: 'correct the figure, or add "reason"',
    };
  return undefined;
}
