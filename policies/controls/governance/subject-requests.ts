import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-GOV-06',
  title: 'Subject-request support inside the boundary',
  objective:
    'Records about a person can be found, exported or erased without taking data outside the controlled zone.',
  severity: 'medium',
  kind: ['detective', 'responsive'],
  map: {
    gdpr: ['28(3)(e)', '12-22†'],
    ccpa: ['7050/7051 assist with consumer requests†'],
    dpdp: ['ss.11-14†'],
    iso27001: ['5.34', '8.10'],
    nist80053: ['SI-18(4)', 'AC-3(14)', 'PM-26'],
    soc2: ['P-series†'],
  },
  record: 'the log of subject requests with search, export and erasure results',
};
