import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-COI-03',
  title: 'Wall register, history check and certification',
  objective:
    'Past matter access is kept per person; a connect request that would cross a wall or cooling-off period is refused; notices and periodic certifications are produced.',
  severity: 'high',
  kind: ['preventive', 'evidential'],
  map: {
    aba: ['1.10(a)(2)(ii)-(iii)', '1.0 cmt 9', '1.9'],
    sra: ['6.5', '2.2'],
    iso27001: ['5.3', '5.33', '8.15'],
    nist80053: ['AC-24', 'AU-10', 'AC-16'],
    soc2: ['CC6.3', 'CC7.2'],
  },
  record: 'the wall register, the access history of each person, and the periodic certifications',
};
