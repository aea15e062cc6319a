import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-COI-02',
  title: 'Ethical wall enforced by isolation',
  objective:
    'Walled matters share no principal, network path, key, bucket, image, log reader or administrator.',
  severity: 'critical',
  kind: ['preventive'],
  absolute: true,
  map: {
    aba: ['1.0(k) & cmt 9', '1.10(a)(2)(i)'],
    sra: ['6.5'],
    gdpr: ['25', '32(1)(b)'],
    iso27001: ['8.3', '8.22', '5.15'],
    soc2: ['CC6.1', 'CC6.3'],
    nist80053: ['AC-3', 'AC-4', 'AC-4(21)', 'SC-7(21)', 'SC-4'],
    cisAws7: ['2.1.4'],
    dpdp: ['Rule 6(1)(b)'],
    hipaa: ['164.308(a)(4)(i)'],
  },
  record: 'the assembly itself, and the prover’s report on walled matters',
};
