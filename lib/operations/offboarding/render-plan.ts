import { count } from '../../model/count.ts';
import { type Finding, formatFinding } from '../../model/finding.ts';
import { planHash } from '../approvals/plan-hash.ts';
import type { OffboardingPlan } from './offboarding-plan.ts';

/** Output of `lpo offboard plan`. */
export function renderPlan(plan: OffboardingPlan, blockers: readonly Finding[]): string {
  const lines = [
    `Offboarding of ${plan.vendor}${plan.matter ? `, matter ${plan.matter}` : ''}, account ${plan.account}`,
    '',
    plan.keys.length === 0 ? 'No key would be destroyed.' : 'Would be destroyed:',
    ...plan.keys.map(({ alias, protects }) => `  ${alias}\n    ${protects}`),
    '',
    `Each key is disabled, left alone until nobody asked for it for ${plan.quietHours} hours,`,
    `then scheduled for deletion ${plan.windowDays} days later. Two people besides the requester approve.`,
    '',
    'Would remain:',
    ...plan.remains.map(({ what, why, copies }) => `  ${copies ? 'COPIES: ' : ''}${what}\n    ${why}`),
    '',
    ...blockers.flatMap((problem) => [formatFinding(problem), '']),
    `plan ${planHash(plan)}`,
    blockers.length === 0
      ? 'Nothing stands in the way. Nothing was changed.'
      : `${count(blockers.length, 'thing')} in the way. Nothing was changed.`,
  ];
  return `${lines.join('\n')}\n`;
}
