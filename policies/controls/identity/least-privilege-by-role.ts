import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-IDN-02',
  title: 'Least privilege by role and engagement tag',
  objective:
    'Permissions are generated per role and only match resources carrying the same engagement tag; boundaries forbid escalation.',
  severity: 'high',
  kind: ['preventive'],
  map: {
    gdpr: ['25', '32(1)'],
    ccpa: ['1798.81.5(b)', 'audit component: access controls'],
    dpdp: ['Rule 6(1)(b)'],
    iso27001: ['5.15', '5.18', '8.2', '8.3'],
    soc2: ['CC6.1', 'CC6.3'],
    nist80053: ['AC-3', 'AC-3(7)', 'AC-3(13)', 'AC-6', 'AC-6(10)'],
    cisAws3: ['1.15', '1.16'],
    cisAws7: ['2.13', '2.14', '2.21'],
    hipaa: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  },
  record: 'the assembly itself, and the prover’s report on escalation',
};
