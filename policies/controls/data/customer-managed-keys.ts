import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DAT-01',
  title: 'Per-engagement customer-managed keys',
  objective:
    'All content, volumes, snapshots, queues and logs are encrypted with the engagement’s own key whose administrators cannot use it and users cannot administer it.',
  severity: 'critical',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)(a)', '34(3)(a)†'],
    ccpa: ['1798.81.5(b)', 'encryption matters for 1798.82'],
    dpdp: ['s.8(5)', 'Rule 6(1)(a)'],
    aba: ['Op. 477R'],
    iso27001: ['8.24'],
    soc2: ['CC6.1'],
    nist80053: ['SC-28', 'SC-28(1)', 'SC-12', 'SC-13', 'SA-9(6)'],
    cisAws3: ['2.2.1', '2.4.1', '3.5', '3.6'],
    cisAws7: ['6.1.1', '3.3.1', '4.5', '4.6'],
    hipaa: ['164.312(a)(2)(iv)'],
    other: ['45 CFR 164.402 safe harbour†', 'ITAR 120.54(a)(5)'],
  },
  record: 'the assembly itself, and the prover’s report on keys',
};
