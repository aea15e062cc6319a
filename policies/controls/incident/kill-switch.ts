import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-INC-02',
  title: 'Kill-switch that preserves evidence',
  objective:
    'One authorised action suspends an engagement: sessions ended, assignments removed, key use denied, snapshots and holds taken.',
  severity: 'high',
  kind: ['responsive'],
  map: {
    gdpr: ['32(1)', '33(3)†'],
    aba: ['Op. 483 (stop and restore)'],
    iso27001: ['5.26', '5.28'],
    soc2: ['CC7.4'],
    nist80053: ['IR-4', 'IR-4(1)', 'AC-3(8)', 'AC-2(13)', 'AC-17(9)'],
    hipaa: ['164.308(a)(6)(ii)'],
    ccpa: ['7051 right to stop and remediate†'],
    dpdp: ['Rule 6(1)(c)'],
  },
  record: 'the log of each suspension, with its requester and approver',
};
