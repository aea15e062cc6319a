import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-PPL-02',
  title: 'Current training and acknowledged handling rules, in the reader’s language',
  objective: 'Access lapses when privacy, ethics or security training or rule acknowledgement lapses.',
  severity: 'medium',
  kind: ['preventive', 'evidential'],
  map: {
    gdpr: ['32(4)†', '39(1)(b)†'],
    ccpa: ['audit component: training'],
    aba: ['5.3'],
    sra: ['2.1', '4.3†'],
    iso27001: ['6.3', '5.10'],
    nist80053: ['AT-2', 'AT-3', 'AT-4', 'AC-8', 'AT-3(5)'],
    soc2: ['CC1.4†'],
    hipaa: ['164.308(a)(5)(i)†'],
  },
  record: 'training and acknowledgement records of each reviewer, with expiry',
};
