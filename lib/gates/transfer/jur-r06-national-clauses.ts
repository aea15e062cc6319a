import type { Rule } from '../rule.ts';
import { statute } from '../rule.ts';

export const nationalClauses: Rule = {
  id: 'JUR-R06',
  title: 'EU clauses alone carry neither UK nor Swiss data',
  severity: 'high',
  waivable: false,
  source: statute('UK GDPR Art. 46(1A); FADP Art. 16'),
  check: ({ vendor }) =>
    vendor.transfers.flatMap((transfer, index) => {
      if (transfer.kind !== 'scc') return [];
      if (transfer.origin === 'GB')
        return [
          {
            path: ['transfers', index, 'kind'],
            got: `${transfer.id}: EU clauses for data from GB`,
            expected: 'kind uk-addendum or idta',
            fix: 'sign the UK Addendum or the IDTA',
          },
        ];
      if (transfer.origin === 'CH' && !transfer.swissAmendments)
        return [
          {
            path: ['transfers', index, 'kind'],
            got: `${transfer.id}: EU clauses without the Swiss amendments`,
            expected: 'swissAmendments: true',
            fix: 'add the amendments the FDPIC asks for',
          },
        ];
      return [];
    }),
};
