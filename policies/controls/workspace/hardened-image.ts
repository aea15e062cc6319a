import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-WKS-02',
  title: 'Hardened, patched, malware-protected image',
  objective:
    'Workspaces are non-persistent where possible and built from an image younger than the tier’s limit, without local admin.',
  severity: 'medium',
  kind: ['preventive', 'detective'],
  map: {
    gdpr: ['32(1)'],
    ccpa: ['audit components: patching', 'malware'],
    iso27001: ['8.7', '8.8', '8.9', '8.19'],
    soc2: ['CC6.8', 'CC7.1'],
    nist80053: ['SI-2', 'SI-3', 'CM-2', 'CM-6', 'CM-7', 'CM-11', 'RA-5'],
    cisAws3: ['5.6'],
    cisAws7: ['6.7'],
    hipaa: ['164.308(a)(5)(ii)(B)'],
  },
  record: 'the image build records with age and patch level',
};
