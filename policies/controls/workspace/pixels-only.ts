import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-WKS-01',
  title: 'Pixels only: no copy-out channel',
  objective:
    'Clipboard, file transfer, print, USB, local storage and saving credentials are off unless a data-class exception with expiry exists.',
  severity: 'high',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)(b)', '25(2)'],
    iso27001: ['8.1', '8.12', '7.7', '8.3'],
    soc2: ['CC6.7'],
    nist80053: ['AC-4(22)', 'SC-25', 'AC-20(2)', 'MP-7', 'AC-17'],
    aba: ['1.6(c)†', 'Op. 477R'],
    hipaa: ['164.312(a)(1)'],
    dpdp: ['Rule 6(1)(a)'],
  },
  record: 'the assembly itself; device management of the vendor’s workstations',
};
