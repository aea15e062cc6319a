import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-NET-01',
  title: 'Isolated network per engagement',
  objective:
    'Each engagement network has no Internet gateway, peering or shared subnet with any other engagement.',
  severity: 'critical',
  kind: ['preventive'],
  absolute: true,
  map: {
    gdpr: ['32(1)(b)', '25'],
    iso27001: ['8.20', '8.22'],
    soc2: ['CC6.1', 'CC6.6'],
    nist80053: ['SC-7', 'SC-7(21)', 'SC-7(5)', 'AC-4'],
    cisAws3: ['5.2', '5.4', '5.5'],
    cisAws7: ['6.3', '6.5', '6.6'],
    hipaa: ['164.312(e)(1)'],
    dpdp: ['Rule 6(1)(b)'],
  },
  record: 'the assembly itself, and the prover’s report on paths',
};
