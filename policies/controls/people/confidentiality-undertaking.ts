import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-PPL-01',
  title: 'Signed confidentiality undertaking before access',
  objective:
    'A reviewer’s account cannot be assigned, and a session cannot start, without a current undertaking signed earlier than first access.',
  severity: 'high',
  kind: ['preventive', 'evidential'],
  map: {
    gdpr: ['28(3)(b)', '29†', '32(4)†'],
    aba: ['5.3', '1.6(c)†', 'Op. 08-451'],
    sra: ['6.3'],
    iso27001: ['6.6', '6.2'],
    soc2: ['CC6.2'],
    nist80053: ['PS-6', 'PL-4', 'PS-7'],
    hipaa: ['164.308(a)(3)(ii)(A)'],
    other: ['BRAO s.43e(3)', 'MAR 18(2)'],
  },
  record: 'the signed undertaking of each reviewer, earlier than first access',
};
