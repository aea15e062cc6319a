import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-PPL-03',
  title: 'Screening, qualification and nationality-type attributes',
  objective:
    'Roster attributes (role qualification, background check, US-person or covered-person status) are verified before roles that need them.',
  severity: 'medium',
  kind: ['preventive', 'evidential'],
  map: {
    aba: ['1.1', '5.3'],
    iso27001: ['6.1'],
    nist80053: ['PS-3', 'PS-2'],
    hipaa: ['164.308(a)(3)(ii)(B)'],
    gdpr: ['88† (employment law limits)'],
    other: ['22 CFR 120.56 & 120.62†', '28 CFR 202'],
  },
  record: 'the roster’s verified attributes: qualification, background check, nationality status',
};
