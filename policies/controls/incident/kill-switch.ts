import type { Control } from '../../authoring/control.ts';
import { onlyAFullDenyIsAttached } from './kill-switch/only-a-full-deny-is-attached.ts';
import { quarantineStaged } from './kill-switch/quarantine-staged.ts';
import { stateKeptByItsHandlers } from './kill-switch/state-kept-by-its-handlers.ts';
import { stateMachineLogsEverything } from './kill-switch/state-machine-logs-everything.ts';
import { switchRunsEveryStep } from './kill-switch/switch-runs-every-step.ts';

export const killSwitch: Control = {
  id: 'LPO-INC-02',
  title: 'Kill-switch that preserves evidence',
  objective:
    'One authorised action suspends an engagement: sessions ended, assignments removed, key use denied, snapshots and holds taken.',
  severity: 'high',
  kind: ['responsive'],
  map: {
    gdpr: ['32(1)', '33(3)†'],
    aba: ['Op. 483 (stop and restore)'],
    iso27001: ['5.26', '5.28'],
    soc2: ['CC7.4'],
    nist80053: ['IR-4', 'IR-4(1)', 'AC-3(8)', 'AC-2(13)', 'AC-17(9)'],
    hipaa: ['164.308(a)(6)(ii)'],
    ccpa: ['7051 right to stop and remediate†'],
    dpdp: ['Rule 6(1)(c)'],
  },
  record: 'the log of each suspension, with its requester and approver',
  checks: [
    quarantineStaged,
    onlyAFullDenyIsAttached,
    stateMachineLogsEverything,
    stateKeptByItsHandlers,
    switchRunsEveryStep,
  ],
};
