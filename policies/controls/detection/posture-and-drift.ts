import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DET-01',
  title: 'Posture and drift detection',
  objective: 'Departures from the synthesised baseline are found, scored and routed to an owner.',
  severity: 'medium',
  kind: ['detective'],
  map: {
    gdpr: ['32(1)(d)'],
    ccpa: ['cybersecurity audit support (11 CCR 7120 ff.†)'],
    iso27001: ['8.9', '8.16', '5.36'],
    soc2: ['CC7.1', 'CC8.1'],
    nist80053: ['CA-7', 'CM-3', 'CM-6(1)', 'CM-6(2)', 'SI-4'],
    cisAws3: ['3.3', '4.16'],
    cisAws7: ['4.3', '5.16'],
    hipaa: ['164.308(a)(8)'],
    aba: ['Op. 483 (duty to monitor)'],
  },
  record: 'the drift and posture findings with their owners',
};
