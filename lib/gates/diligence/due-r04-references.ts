import { policy, type Rule } from '../rule.ts';

const fewest = 2;

export const references: Rule = {
  id: 'DUE-R04',
  title: 'Two references at least speak for the vendor',
  severity: 'high',
  waivable: true,
  source: policy('two references, LPO-VEN-01'),
  check: ({ vendor }) => {
    const { diligence } = vendor;
    if (!diligence || diligence.references.length >= fewest) return []; // DUE-R01 asks for the record
    return [
      {
        path: ['diligence', 'references'],
        got: `${diligence.references.length} references`,
        expected: `at least ${fewest}`,
        fix: 'take up references and record them',
      },
    ];
  },
};
