import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-LOG-02',
  title: 'Immutable, tamper-evident evidence',
  objective:
    'Logs and attestations are write-once for the longest applicable period and hash-chained so that removal or edit is provable.',
  severity: 'critical',
  kind: ['detective', 'preventive'],
  absolute: true,
  map: {
    gdpr: ['5(2)†', '33(5)†', '28(3)(h)'],
    dpdp: ['Rule 6(1)(e) one year'],
    sra: ['2.2'],
    iso27001: ['5.28', '5.33', '8.15'],
    soc2: ['CC7.2', 'CC7.3'],
    nist80053: ['AU-9', 'AU-9(3)', 'AU-10', 'AU-11', 'SI-7'],
    cisAws3: ['3.2', '3.4', '3.5'],
    cisAws7: ['4.2', '4.4', '4.5'],
    hipaa: ['164.316(b)(2)(i)', '164.312(c)(2)'],
    other: ['CERT-In 180 days', 'MAR 18 five years', '28 CFR 202.1101 ten years†'],
  },
  record: 'the assembly itself; the digest chain of the trail',
};
