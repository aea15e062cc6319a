import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-VEN-03',
  title: 'Attested sites and source binding',
  objective:
    'Sessions are accepted only from registered vendor sites with current physical-security attestations, trusted devices and permitted countries.',
  severity: 'high',
  kind: ['evidential', 'preventive'],
  map: {
    gdpr: ['32(1)', '44'],
    ccpa: ['1798.81.5(b)'],
    iso27001: ['7.1', '7.2', '7.4', '7.6', '7.7', '8.1', '6.7', '8.20'],
    soc2: ['CC6.6', 'CC6.4†'],
    nist80053: ['PE-2', 'PE-3', 'PE-17', 'AC-17', 'AC-17(3)', 'IA-3', 'AC-20', 'SC-7(7)'],
    hipaa: ['164.310(a)(1)', '164.310(b)'],
    aba: ['Op. 08-451 (premises/security diligence†)'],
    other: ['28 CFR 202', 'ITAR roster'],
  },
  record: 'the register of vendor sites and their physical-security attestations',
};
