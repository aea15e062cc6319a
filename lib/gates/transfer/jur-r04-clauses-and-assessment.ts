import type { Transfer } from '../../config/records/transfer-schema.ts';
import { type Rule, statute } from '../rule.ts';

const moduleOfRoles = { c2c: 'M1', c2p: 'M2', p2p: 'M3', p2c: 'M4' } as const;

/** Kinds that need the modules of the EU clauses, and kinds that need an assessment. */
const withModules: readonly Transfer['kind'][] = ['scc', 'uk-addendum'];
const withAssessment: readonly Transfer['kind'][] = ['scc', 'uk-addendum', 'idta', 'bcr'];

export const clausesAndAssessment: Rule = {
  id: 'JUR-R04',
  title: 'Standard clauses name the right module and rest on a current impact assessment',
  severity: 'high',
  waivable: false,
  source: statute('Decision (EU) 2021/914; GDPR Art. 46(2)(c); UK GDPR Art. 46(1A)'),
  check: ({ vendor, asOf }) =>
    vendor.transfers.flatMap((transfer, index) => {
      const at = ['transfers', index];
      const { id, kind, roles, module, impactAssessment } = transfer;
      const right = roles && moduleOfRoles[roles];
      const moduleHit =
        withModules.includes(kind) && (!module || module !== right)
          ? [
              {
                path: module ? [...at, 'module'] : at,
                got: `${id}: ${module ?? 'no module'} for ${roles ?? 'roles that are not given'}`,
                expected: right ? `module ${right} for ${roles}` : 'roles, and the module that fits them',
                fix: 'check the signed clauses and record module and roles',
              },
            ]
          : [];
      const assessmentHit =
        withAssessment.includes(kind) && !(impactAssessment && asOf <= impactAssessment.nextReview)
          ? [
              {
                path: impactAssessment ? [...at, 'impactAssessment', 'nextReview'] : at,
                got: `${id}: ${impactAssessment ? `assessment due since ${impactAssessment.nextReview}` : 'no impact assessment'}`,
                expected: `an impact assessment whose next review is on or after ${asOf}`,
                fix: 'review the assessment and record it',
              },
            ]
          : [];
      return [...moduleHit, ...assessmentHit];
    }),
};
