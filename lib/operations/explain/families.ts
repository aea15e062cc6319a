import { controls } from '../../../policies/catalogue/catalogue.ts';
import { allStatements } from '../../../policies/proofs/all-statements.ts';
import { readQuotas } from '../../config/read-quotas.ts';
import { rules } from '../../gates/rules.ts';
import { waiverRules } from '../../gates/waivers/waiver-rules.ts';
import { QuotaIndex } from '../../quotas/quota-index.ts';
import { controlAsText } from '../../reports/controls/control-as-text.ts';
import { statementAsText } from '../../reports/controls/statement-as-text.ts';
import { gateAsText } from '../../reports/gate-as-text.ts';
import { quotaAsText } from '../../reports/quota-as-text.ts';
import { familyOf, type IdFamily } from './id-family.ts';

const quotas = new QuotaIndex(readQuotas([]).map(({ value }) => value));

/** Families of ids that `lpo explain` knows; one row each. */
export const families: readonly IdFamily[] = [
  familyOf(
    'controls',
    () => controls,
    ({ id }) => id,
    controlAsText,
  ),
  familyOf(
    'gates',
    () => [...rules, ...waiverRules],
    ({ id }) => id,
    gateAsText,
  ),
  familyOf(
    'quotas',
    () => quotas.all,
    ({ id }) => id,
    (quota) => quotaAsText(quota, quotas.serviceOf(quota)),
  ),
  familyOf(
    'jobs',
    () => allStatements.filter(isJob),
    ({ id }) => id,
    statementAsText,
  ),
  familyOf(
    'proofs',
    () => allStatements.filter((each) => !isJob(each)),
    ({ id }) => id,
    statementAsText,
  ),
];

function isJob({ property }: (typeof allStatements)[number]): boolean {
  return property === 'possible';
}
