import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-INC-03',
  title: 'Crisis plan per access country, rehearsed',
  objective:
    'A filled plan names local counsel, regulators, remedies, insurer and decision makers, with verified contacts and a drill within the interval.',
  severity: 'medium',
  kind: ['evidential', 'responsive'],
  map: {
    gdpr: ['32(1)(d)'],
    iso27001: ['5.24', '5.27', '5.29', '5.30'],
    soc2: ['CC7.4', 'CC7.5'],
    nist80053: ['IR-8', 'IR-3', 'IR-7', 'CP-2', 'CP-4'],
    hipaa: ['164.308(a)(7)(i)'],
    aba: ['Op. 483'],
    sra: ['2.5†'],
  },
  record: 'the filled crisis plan of each access country and the record of the last drill',
};
