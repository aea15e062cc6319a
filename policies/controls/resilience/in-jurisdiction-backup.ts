import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-RES-01',
  title: 'In-jurisdiction backup with tested restore',
  objective:
    'Backups are locked, encrypted, kept in permitted regions and restored on a schedule with recorded results.',
  severity: 'high',
  kind: ['preventive', 'detective'],
  map: {
    gdpr: ['32(1)(b)-(c)'],
    dpdp: ['Rule 6(1)(d)'],
    ccpa: ['audit component: continuity/backup†'],
    iso27001: ['8.13', '8.14', '5.30'],
    soc2: ['CC7.5', 'A1.2'],
    nist80053: ['CP-9', 'CP-9(1)', 'CP-9(8)', 'CP-10', 'CP-4', 'CP-6'],
    hipaa: ['164.308(a)(7)(ii)(A)-(B)'],
    cisAws3: ['2.1.2'],
    cisAws7: ['3.1.2', '(MFA delete)'],
  },
  record: 'the assembly itself; the recorded results of restore tests',
};
