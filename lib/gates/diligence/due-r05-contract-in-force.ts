import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';
import { inForce } from '../transfer/transfer-pairs.ts';

export const contractInForce: Rule = {
  id: 'DUE-R05',
  title: 'A signed contract is in force',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 28(3)'),
  check: ({ vendor, asOf }): Hit[] => {
    const { contract } = vendor;
    if (!contract)
      return [
        {
          path: [],
          got: 'no contract',
          expected: 'a signed contract',
          fix: 'add "contract" to the vendor file',
        },
      ];
    if (inForce(contract, asOf)) return [];
    return [
      {
        path: ['contract', 'expiresOn'],
        got: `${contract.id} runs from ${contract.signedOn} to ${contract.expiresOn}`,
        expected: `a contract in force on ${asOf}`,
        fix: 'renew it and record the new dates',
      },
    ];
  },
};
