import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-IDN-03',
  title: 'Connect-time authoriser and short sessions',
  objective:
    'Each session start re-evaluates roster, wall, transfer, site, image age and suspension state; idle and maximum durations apply.',
  severity: 'high',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)'],
    iso27001: ['8.5', '5.15', '8.1'],
    soc2: ['CC6.1', 'CC6.6'],
    nist80053: ['AC-24', 'AC-11', 'AC-12', 'AC-2(5)', 'AC-10', 'AC-17(9)'],
    hipaa: ['164.312(a)(2)(iii)'],
    aba: ['5.3'],
  },
  record: 'the assembly itself; the decisions of the connect handler',
};
