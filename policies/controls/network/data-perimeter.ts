import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-NET-02',
  title: 'Data perimeter and egress allow-list',
  objective:
    'Service access goes only through endpoints whose policies allow this organisation’s identities and resources; DNS and egress are allow-listed; AI and sharing services are denied by default.',
  severity: 'critical',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)', '28(3)(a)'],
    iso27001: ['8.12', '8.23', '8.20', '5.14'],
    soc2: ['CC6.6', 'CC6.7'],
    nist80053: ['SC-7(5)', 'SC-7(8)', 'AC-4', 'SC-7(4)', 'CA-3(6)', 'AC-20'],
    cisAws7: ['6.8', '2.1.2'],
    hipaa: ['164.312(e)(1)'],
    aba: ['1.6(c)†'],
  },
  record: 'the assembly itself, and the prover’s report on confidentiality',
};
