import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-JUR-04',
  title: 'Foreign orders and secrecy clashes',
  objective:
    'Requests for data by foreign courts or agencies, and clashes between laws, follow a recorded decision path; nothing is released automatically.',
  severity: 'high',
  kind: ['responsive', 'evidential'],
  map: {
    gdpr: ['48', '28(3)(a)', 'SCC clauses 14-15'],
    sra: ['6.3'],
    aba: ['1.6(b)†'],
    iso27001: ['5.5', '5.28'],
    nist80053: ['IR-4', 'PT-2', 'PM-21'],
    other: ['French Law 68-678', 'Swiss CC 271', 'PIPL 41†/DSL 36†'],
  },
  record: 'the recorded decision on each foreign order',
};
