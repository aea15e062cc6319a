import { type Rule, statute } from '../rule.ts';

export const derogations: Rule = {
  id: 'JUR-R07',
  title: 'A derogation is for one occasion, not a standing basis',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 44-46 (Art. 49 only exceptionally)'),
  check: ({ vendor }) =>
    vendor.transfers.flatMap((transfer, index) =>
      transfer.kind !== 'derogation' || transfer.oneOff
        ? []
        : [
            {
              path: ['transfers', index, 'kind'],
              got: `${transfer.id}: a derogation as a standing basis`,
              expected: 'oneOff: true for one set of transfers, or another kind',
              fix: 'sign standard clauses',
            },
          ],
    ),
};
