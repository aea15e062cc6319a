import type { Quota, ServiceQuotas } from '../quotas/quotas-schema.ts';
import { factsAsText } from './labelled-lines.ts';
import { quotaFigure, quotaRaises, quotaUse } from './quota-reference.ts';

/** A quota of AWS for a reader at a terminal of 80 columns. */
export const quotaAsText = (quota: Quota, service: ServiceQuotas): string =>
  factsAsText(quota.id, quota.name, [
    ['service', service.name],
    ['figure', `${quotaFigure(quota)}, per ${quota.per}`],
    ['AWS raises', quotaRaises(quota)],
    ['here', quotaUse(quota)],
    ...(quota.note ? [['note', quota.note.trim().replace(/\s+/g, ' ')] as const] : []),
    ['source', quota.source],
    ['read', `${service.asOf}, to be read again by ${service.reviewBy}`],
    ['listed in', 'docs/quotas.md, which says how to write down what AWS has raised'],
  ]);
