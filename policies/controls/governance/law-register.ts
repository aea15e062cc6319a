import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-GOV-02',
  title: 'Law and standards register with review-by dates',
  objective:
    'Every jurisdiction rule the validator uses carries a source, as-of date and review-by date, and stale rules stop the build unless waived.',
  severity: 'medium',
  kind: ['evidential'],
  map: {
    gdpr: ['5(2)†', '24†'],
    dpdp: ['commencement dates (rules phased to May 2027)'],
    aba: ['1.1 (cmt 8)'],
    sra: ['Firms 2.1', '3 (keep up to date)'],
    iso27001: ['5.31', '5.36', '5.1'],
    soc2: ['CC3.4'],
    nist80053: ['PM-9', 'SI-5', 'CA-5'],
  },
  record: 'lib/law/jurisdictions/<code>.yaml with source, as-of and review-by dates',
};
