import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-GOV-03',
  title: 'DPIA / risk-assessment gate',
  objective:
    'High-risk processing cannot deploy without a recorded, approved and unexpired impact assessment.',
  severity: 'high',
  kind: ['evidential'],
  map: {
    gdpr: ['35†', '36†', '25'],
    ukGdpr: ['35†'],
    ccpa: ['CPPA risk-assessment regs in force 1 Jan 2026 (11 CCR 7150 ff.†)'],
    dpdp: ['s.10 + Rule 13 (significant data fiduciaries only)'],
    iso27001: ['5.34', '5.8'],
    soc2: ['CC3.2'],
    nist80053: ['RA-3', 'RA-8', 'PM-28'],
    hipaa: ['164.308(a)(1)(ii)(A)'],
  },
  record: 'the recorded impact assessment of the matter, with approver and expiry',
};
