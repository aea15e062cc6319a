// Generated from the files of `steps` by `npm run generate`; do not edit.

import type { Step } from './step.ts';
import { attachQuarantine } from './steps/attach-quarantine.ts';
import { captureEvidence } from './steps/capture-evidence.ts';
import { closeBuckets } from './steps/close-buckets.ts';
import { disableKeys } from './steps/disable-keys.ts';
import { endVpnSessions } from './steps/end-vpn-sessions.ts';
import { recordSuspension } from './steps/record-suspension.ts';
import { revokeVpnRules } from './steps/revoke-vpn-rules.ts';
import { suspendRoles } from './steps/suspend-roles.ts';
import { tellEveryone } from './steps/tell-everyone.ts';

/** Every step of the kill switch, in its order. */
export const killSwitchSteps: readonly Step[] = [
  attachQuarantine,
  captureEvidence,
  closeBuckets,
  disableKeys,
  endVpnSessions,
  recordSuspension,
  revokeVpnRules,
  suspendRoles,
  tellEveryone,
].sort((a, b) => a.order - b.order);
