import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-WKS-03',
  title: 'Session evidence, proportionate and disclosed',
  objective:
    'Session start/stop, source, privileges and (for high tiers) session records are kept with notice to staff and limited reviewers.',
  severity: 'medium',
  kind: ['detective'],
  map: {
    gdpr: ['32(1)', '5(1)(c)†', '13† (staff notice)'],
    dpdp: ['Rule 6(1)(c)'],
    iso27001: ['8.15', '8.16', '5.28'],
    soc2: ['CC7.2'],
    nist80053: ['AU-14', 'AU-2', 'AU-3', 'AC-17(1)', 'AU-3(3)'],
    hipaa: ['164.312(b)'],
    sra: ['2.2'],
  },
  record: 'the session logs, and the notice given to staff',
};
