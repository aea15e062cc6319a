import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-COI-01',
  title: 'Conflict check at synth',
  objective:
    'Parties, adverse parties, affiliates, vendor and reviewers are compared across the register; hits block until a named person records a decision.',
  severity: 'critical',
  kind: ['preventive', 'evidential'],
  map: {
    aba: ['1.7', '1.9', '1.10', 'Op. 08-451'],
    sra: ['6.1†', '6.2†'],
    iso27001: ['5.3'],
    nist80053: ['AC-5'],
    soc2: ['CC6.3'],
  },
  record: 'the conflict report of the synthesis and the recorded decision on each hit',
};
