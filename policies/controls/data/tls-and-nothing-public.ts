import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DAT-02',
  title: 'Encrypted transport, nothing public',
  objective:
    'Every hop requires modern TLS and no store, snapshot, function or image can be public or shared outside the organisation.',
  severity: 'critical',
  kind: ['preventive'],
  absolute: true,
  map: {
    gdpr: ['32(1)(a)'],
    ccpa: ['1798.81.5(b)'],
    dpdp: ['Rule 6(1)(a)'],
    iso27001: ['8.24', '8.20', '5.14'],
    soc2: ['CC6.7', 'CC6.1'],
    nist80053: ['SC-8', 'SC-8(1)', 'SC-23', 'AC-22', 'AC-3'],
    cisAws3: ['2.1.1', '2.1.4'],
    cisAws7: ['3.1.1', '3.1.4'],
    hipaa: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
    aba: ['Op. 477R'],
  },
  record: 'the assembly itself',
};
