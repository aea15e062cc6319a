import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DAT-05',
  title: 'Privilege zone and clawback',
  objective:
    'Privileged and work-product items are labelled, held under a separate key and group, and can be quarantined with a chain of custody when produced by mistake.',
  severity: 'high',
  kind: ['preventive', 'responsive'],
  map: {
    aba: ['1.6', '4.4(b)†', 'Op. 08-451', '483'],
    sra: ['6.3'],
    gdpr: ['32(1)'],
    iso27001: ['5.13', '8.3', '5.28'],
    soc2: ['C1.1', 'CC6.3'],
    nist80053: ['AC-16', 'AC-3(8)', 'AC-4', 'AU-10'],
    other: ['FRE 502(d)†', 'FRCP 26(b)(5)(B)†'],
  },
  record: 'the privilege labels, and the chain of custody of each clawback',
};
