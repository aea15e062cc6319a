import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-LOG-01',
  title: 'Complete, separated logging',
  objective:
    'Management, data, network, DNS, key and portal events go to an account engagement staff and vendor cannot touch.',
  severity: 'high',
  kind: ['detective'],
  map: {
    gdpr: ['32(1)', '33(5)†'],
    dpdp: ['Rule 6(1)(c)'],
    ccpa: ['audit component: logging'],
    iso27001: ['8.15', '8.17', '8.16'],
    soc2: ['CC7.2'],
    nist80053: ['AU-2', 'AU-3', 'AU-6', 'AU-8', 'AU-9(2)', 'AU-12'],
    cisAws3: ['3.1', '3.3', '3.7', '3.8', '3.9'],
    cisAws7: ['4.1', '4.3', '4.7', '4.8', '4.9'],
    hipaa: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  },
  record: 'the assembly itself; the delivery status of trails and logs',
};
