import type { Job } from '../proofs/work/job.ts';
import { accountOf, roleNamed, vendorRole } from '../proofs/work/roles.ts';
import { staffAssumes } from '../proofs/work/sessions.ts';
import { settingsOfTheWorkspace } from '../proofs/work/settings.ts';
import { sources } from '../proofs/work/sources.ts';
import { organizationName } from '../template/names.ts';

export const job: Job = {
  id: 'break-glass-looks-and-cuts',
  title:
    "In an emergency staff of the firm look at the workspace's settings and cut the VPN, and read no document",
  controls: ['LPO-IDN-04'],
  tasks: ({ world }) => {
    const who = roleNamed(world, organizationName('breakGlass'));
    return [
      staffAssumes(accountOf(vendorRole(world, 'incidentCommander')), who),
      ...settingsOfTheWorkspace(world, who),
      {
        does: 'cuts the VPN',
        who,
        actions: ['ec2:RevokeClientVpnIngress', 'ec2:TerminateClientVpnConnections'],
        on: ['*'],
        from: 'internet',
        source: sources.clientVpn,
      },
    ];
  },
};
