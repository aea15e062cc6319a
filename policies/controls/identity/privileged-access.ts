import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-IDN-04',
  title: 'Privileged, break-glass and periodic access review',
  objective:
    'Administrative and emergency access is separate, time-boxed, dual-approved, alarmed and reviewed at least quarterly.',
  severity: 'high',
  kind: ['detective', 'preventive'],
  map: {
    gdpr: ['32(1)(d)'],
    iso27001: ['8.2', '5.18', '5.35'],
    soc2: ['CC6.2', 'CC6.3'],
    nist80053: ['AC-6(2)', 'AC-6(7)', 'AC-6(9)', 'AC-2(12)', 'AC-3(10)'],
    cisAws3: ['1.4', '1.5', '1.7', '1.20', '4.3'],
    cisAws7: ['2.1.1', '2.4', '2.5', '2.7', '2.18', '5.3'],
    hipaa: ['164.312(a)(2)(ii)', '164.308(a)(1)(ii)(D)'],
  },
  record: 'the assembly itself; the quarterly access reviews and the alarms of emergency use',
};
