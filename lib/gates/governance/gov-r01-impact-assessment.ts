import type { DataClass } from '../../model/engagement.ts';
import { eachMatter } from '../gate-context.ts';
import { policy, type Rule } from '../rule.ts';

const highRisk: readonly DataClass[] = [
  'PII_GOV_ID',
  'PII_FINANCIAL',
  'PII_SPECIAL',
  'PAYROLL_HR',
  'MINORS',
  'BIOMETRIC',
  'GENETIC',
  'PHI',
  'SUD_PART2',
];

/** Personal data of these laws is assessed whatever its class, because it leaves their territory. */
const lawsThatAsk: readonly string[] = ['EU', 'GB'];

export const impactAssessment: Rule = {
  id: 'GOV-R01',
  title: 'High-risk work rests on a current impact assessment',
  severity: 'high',
  waivable: false,
  source: policy('impact assessment before high-risk work, LPO-GOV-03; GDPR Art. 35 (†)'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      const why =
        highRisk.find((name) => matter.dataClasses.includes(name)) ??
        matter.origins.find((code) => lawsThatAsk.includes(context.law.territory(code) ?? ''));
      const made = matter.impactAssessment;
      if (!why || (made && made.date <= context.asOf && context.asOf <= made.nextReview)) return [];
      return [
        {
          path: made ? at('impactAssessment', 'nextReview') : at(),
          got: made
            ? `${made.id}: good from ${made.date} to ${made.nextReview}`
            : `${why} and no impactAssessment`,
          expected: `an assessment good on ${context.asOf}`,
          fix: 'make or review the assessment and record it',
        },
      ];
    }),
};
