import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-GOV-07',
  title: 'What is deployed is what was evaluated',
  objective:
    'Every file of an assembly is read: a deployment takes the templates and assets that were evaluated, through the roles and buckets of its bootstrap, and nothing else.',
  severity: 'critical',
  kind: ['preventive'],
  map: {
    iso27001: ['8.32†'],
    soc2: ['CC8.1'],
    nist80053: ['CM-3', 'CM-14†', 'SI-7'],
  },
};
