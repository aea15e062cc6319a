import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-PPL-04',
  title: 'Joiner-mover-leaver with automatic expiry',
  objective:
    'Every assignment has an end date; leavers, expiries and reassignments remove access and sessions within a set time.',
  severity: 'high',
  kind: ['preventive', 'responsive'],
  map: {
    gdpr: ['32(1)'],
    iso27001: ['5.18', '6.5', '5.16'],
    soc2: ['CC6.2', 'CC6.3'],
    nist80053: ['AC-2(3)', 'AC-3(8)', 'PS-4', 'PS-5', 'AC-2(1)'],
    cisAws3: ['1.12'],
    cisAws7: ['2.11'],
    hipaa: ['164.308(a)(3)(ii)(C)'],
    ccpa: ['1798.81.5(b)'],
    sra: ['6.3'],
  },
  record: 'the roster with an end date for every assignment, and the removals made',
};
