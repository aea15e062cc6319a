import { policy, type Rule } from '../rule.ts';

export const adverseAccepted: Rule = {
  id: 'DUE-R03',
  title: 'An adverse answer is accepted in writing by somebody else than who took it',
  severity: 'high',
  waivable: false,
  source: policy('adverse items need a documented acceptance, LPO-VEN-01'),
  check: ({ vendor }) =>
    (vendor.diligence?.records ?? []).flatMap((record, index) => {
      if (record.outcome !== 'adverse') return [];
      const { acceptance } = record;
      if (acceptance && acceptance.approver !== record.approver) return [];
      return [
        {
          path: ['diligence', 'records', index, acceptance ? 'acceptance' : 'outcome'],
          got: `${record.topic}: adverse, ${acceptance ? `accepted by ${acceptance.approver}, who took it` : 'not accepted'}`,
          expected: 'an acceptance by another person',
          fix: 'have it remedied, or have it accepted and record that',
        },
      ];
    }),
};
