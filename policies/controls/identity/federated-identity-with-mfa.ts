import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-IDN-01',
  title: 'Unique federated identity with phishing-resistant MFA',
  objective:
    'No shared or local users; every human session is federated, individually attributable and multi-factor.',
  severity: 'critical',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)'],
    ccpa: ['audit component: phishing-resistant MFA'],
    dpdp: ['Rule 6(1)(b)'],
    aba: ['1.6(c)†', 'Op. 477R'],
    iso27001: ['5.16', '5.17', '8.5'],
    soc2: ['CC6.1'],
    nist80053: ['IA-2', 'IA-2(1)', 'IA-2(2)', 'IA-2(8)', 'IA-8', 'IA-12'],
    cisAws3: ['1.10', '1.21'],
    cisAws7: ['2.10', '2.19'],
    hipaa: ['164.312(a)(2)(i)', '164.312(d)'],
  },
  record: 'the assembly itself; the identity provider’s MFA policy',
};
