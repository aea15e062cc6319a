import { count } from '../../model/count.ts';
import type { GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { policy, type Rule } from '../rule.ts';
import { capacityOf, type Use } from './capacity.ts';

export const withinQuotas: Rule = {
  id: 'CAP-R01',
  title: 'What the vendor needs fits into the quotas of AWS in every account',
  severity: 'high',
  waivable: false,
  source: policy('quotas of lib/quotas/, and those that organization.yaml says were raised'),
  check: (context) => {
    const capacity = capacityOf(context.config);
    return capacity
      .of(context.vendor.vendor)
      .filter(({ value, limit }) => value > limit)
      .map((use): Hit => {
        const { asOf, reviewBy } = capacity.quotas.serviceOf(use.quota);
        return {
          path: isOwn(context, use) ? ['matters'] : [],
          got: `${use.quota.id}: ${use.value} ${use.quota.unit}, ${use.of}${together(use)}`,
          expected: `at most ${use.limit}`,
          fix: wayOut(context, use),
          source: { citation: use.quota.source, confidence: use.quota.confidence, asOf, reviewBy },
        };
      });
  },
};

const together = ({ vendors }: Use): string =>
  vendors > 1 ? `, together with ${count(vendors - 1, 'vendor')} signed before` : '';

const isOwn = ({ vendor }: GateContext, { account, vendors }: Use): boolean =>
  account === vendor.account || vendors === 1;

/** Way out of a shortage: a raise as far as AWS grants one, else fewer of what needs it in one place. */
function wayOut(context: GateContext, use: Use): string {
  const { quota, value, account, region, limit } = use;
  const { adjustable } = quota;
  if (adjustable === false || value > (adjustable.upTo ?? Number.POSITIVE_INFINITY)) {
    const most = adjustable === false ? limit : adjustable.upTo;
    return `AWS grants nobody more than ${most}: ${fewer(context, use)}`;
  }
  const service = capacityOf(context.config).quotas.serviceOf(quota);
  const request = adjustable.code
    ? `aws service-quotas request-service-quota-increase --service-code ${service.serviceCode} --quota-code ${
        adjustable.code
      } --desired-value ${value} --region ${service.requestIn ?? region}, in account ${account}`
    : `ask AWS Support for ${value}, in account ${account}`;
  return `${request}; then write the figure under "quotas" in organization.yaml; or ${fewer(context, use)}`;
}

const fewer = (context: GateContext, use: Use): string =>
  use.quota.per === 'organization'
    ? 'keep further vendors in an organization of their own'
    : isOwn(context, use)
      ? 'split the vendor: some of its matters go to a vendor file with an account of its own'
      : 'keep further vendors in a configuration of their own, with other shared accounts';
