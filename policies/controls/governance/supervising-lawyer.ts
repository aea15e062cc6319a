import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-GOV-05',
  title: 'Named supervising lawyer and QC cadence',
  objective:
    'Each engagement has a responsible lawyer whose periodic supervision and quality sign-offs are due-dated and whose lapse suspends access.',
  severity: 'medium',
  kind: ['evidential', 'detective'],
  map: {
    aba: ['5.1', '5.3', 'Op. 08-451'],
    sra: ['Firms 2.3', '4.4†'],
    iso27001: ['5.22', '5.4'],
    soc2: ['CC1.3'],
    nist80053: ['PS-7', 'CA-7', 'PM-14'],
    gdpr: ['29†'],
  },
  record: 'the supervision and quality sign-offs of the named lawyer, each with its due date',
};
