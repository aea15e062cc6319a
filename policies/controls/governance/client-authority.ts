import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-GOV-04',
  title: 'Client authority on file',
  objective:
    'Client disclosure/consent to outsourcing, and controller authorisation of the vendor as (sub)processor, is recorded before access opens.',
  severity: 'high',
  kind: ['evidential'],
  map: {
    gdpr: ['28(2)', '28(4)', '28(3)(a)'],
    ccpa: ['7051 subcontractor flow-down†'],
    aba: ['1.1 cmt 6', '1.4', '1.6', 'Op. 08-451 (consent where the relationship is attenuated)'],
    sra: ['Firms 6.3'],
    iso27001: ['5.20', '5.34'],
    soc2: ['C1.1'],
    nist80053: ['PT-2', 'CA-6'],
    other: ['BRAO s.43e (DE)'],
  },
  record: 'the client’s recorded consent to outsourcing and to the vendor as processor',
};
