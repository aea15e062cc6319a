import type { Job } from '../proofs/work/job.ts';
import { machineIsWired } from '../proofs/work/machine-wiring.ts';
import { runsAsMachine, startsMachine } from '../proofs/work/machines.ts';
import { accountOf, vendorRole } from '../proofs/work/roles.ts';
import { staffAssumes } from '../proofs/work/sessions.ts';
import { vendorName } from '../template/names.ts';

export const job: Job = {
  id: 'incident-commander-initiates-the-kill-switch',
  title: 'An incident commander initiates the kill switch and sees what each step did',
  controls: ['LPO-INC-02'],
  facts: ({ world }) =>
    machineIsWired(world, {
      name: vendorName(world.name, 'killSwitch'),
      // Ten steps, each tried four times for up to two minutes.
      seconds: 4800,
      given: () => ['request', 'reports'],
    }),
  tasks: ({ world }) => {
    const commander = vendorRole(world, 'incidentCommander');
    const name = vendorName(world.name, 'killSwitch');
    return [
      staffAssumes(accountOf(commander), commander),
      ...startsMachine(world, commander, name, ['states:StartExecution']),
      ...runsAsMachine(world, vendorRole(world, 'killSwitchMachine'), name),
    ];
  },
};
