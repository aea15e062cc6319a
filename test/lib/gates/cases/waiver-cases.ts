import type { Waiver } from '../../../../lib/config/records/vendor-records-schema.ts';
import type { Draft } from '../draft.ts';
import { found, type RuleCase } from '../draft.ts';

/** A vendor with too few references, and a waiver of that. */
const waived = (draft: Draft, more: Partial<Waiver> = {}) => {
  found(draft.luzon.diligence).references = [];
  draft.luzon.waivers.push({
    rule: 'DUE-R04',
    reason: 'the second reference is on leave until December',
    owner: 'p-60b3f5',
    approver: 'p-c2d94e',
    approvedOn: '2026-11-01',
    expiresOn: '2026-12-31',
    ...more,
  });
};

export const waiverCases: RuleCase[] = [
  {
    rule: 'WVR-R01',
    name: 'a waiver of what cannot be waived',
    bad: (d) => waived(d, { rule: 'JUR-R03' }),
    good: waived,
    says: 'cannot be waived',
  },
  {
    rule: 'WVR-R01',
    name: 'a waiver of a rule that does not exist',
    bad: (d) => waived(d, { rule: 'JUR-R99' }),
    good: waived,
    says: 'not a rule',
  },
  {
    rule: 'WVR-R02',
    name: 'a waiver approved by its owner',
    bad: (d) => waived(d, { approver: 'p-60b3f5' }),
    good: waived,
  },
  {
    rule: 'WVR-R03',
    name: 'a waiver that has expired',
    bad: (d) => waived(d, { expiresOn: '2026-11-20' }),
    good: (d) => waived(d, { expiresOn: '2026-11-21' }),
  },
  {
    rule: 'WVR-R03',
    name: 'a waiver for years',
    bad: (d) => waived(d, { expiresOn: '2029-12-31' }),
    good: waived,
  },
  {
    rule: 'WVR-R04',
    name: 'a waiver that covers nothing',
    severity: 'medium',
    bad: (d) => {
      const { references } = found(d.luzon.diligence);
      waived(d);
      found(d.luzon.diligence).references = references;
    },
    good: waived,
  },
];
