import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-JUR-02',
  title: 'Transfer-mechanism gate, remote viewing included',
  objective:
    'Every origin-to-access-country pair has adequacy or a recorded, unexpired safeguard and impact assessment; on-screen access counts.',
  severity: 'critical',
  kind: ['preventive', 'evidential'],
  map: {
    gdpr: ['44', '45', '46(2)(c)', '49†', 'EDPB 05/2021'],
    ukGdpr: ['45A', '46 (data protection test since 5 Feb 2026)'],
    dpdp: ['s.16', 's.17(1)(d)', 'Rule 15'],
    aba: ['1.1 cmt 6 (legal protections of the place of work)'],
    sra: ['2.1'],
    iso27001: ['5.31', '5.34', '5.14'],
    soc2: ['CC6.7'],
    nist80053: ['SA-9(5)', 'CA-3(6)', 'AC-20', 'PT-2'],
    other: ['BRAO s.43e(4)', 'Quebec s.17', 'POPIA s.72', 'FADP 16'],
  },
  record: 'the transfer decision of each origin and access country, with its safeguard and expiry',
};
