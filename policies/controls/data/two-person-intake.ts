import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DAT-06',
  title: 'Two-person intake and release gateway',
  objective:
    'Nothing enters unscanned or leaves unapproved: malware and class scan in, requester/approver split and recipient allow-list out.',
  severity: 'high',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)', '28(3)(a)', '44'],
    iso27001: ['5.14', '8.12', '8.7'],
    soc2: ['CC6.7', 'CC6.8'],
    nist80053: ['AC-3(2)', 'AC-4', 'AC-21', 'SI-3', 'CA-3(6)', 'AU-10'],
    hipaa: ['164.312(c)(1)', '164.312(e)(1)'],
    aba: ['1.6'],
    ccpa: ['7051 no onward use'],
  },
  record: 'the assembly itself; the requester and approver of each release',
};
