import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-JUR-03',
  title: 'Blocked destinations, covered persons and export control',
  objective:
    'Hard denials for sanctioned or concern countries and persons, for controlled technical data without eligible reviewers, and for unlicensed unpublished inventions.',
  severity: 'critical',
  kind: ['preventive'],
  map: {
    aba: ['1.1'],
    iso27001: ['5.31', '6.1'],
    nist80053: ['AC-3(13)', 'PS-3', 'AC-20'],
    soc2: ['CC6.1'],
    other: [
      '28 CFR 202.205/.401†/.1001',
      '22 CFR 120.54(a)(5)',
      '120.56',
      '15 CFR 734.18',
      '37 CFR 5.11(c)',
      '5.15',
    ],
  },
  record: 'the gate’s decision on destinations, persons and export classes',
};
