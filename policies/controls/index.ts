// Generated from the files beside it by `npm run generate`; do not edit.

import { conflictCheck } from './conflicts/conflict-check';
import { ethicalWall } from './conflicts/ethical-wall';
import { wallRegister } from './conflicts/wall-register';
import type { Control } from './control';
import { classification } from './data/classification';
import { customerManagedKeys } from './data/customer-managed-keys';
import { minimisation } from './data/minimisation';
import { privilegeZone } from './data/privilege-zone';
import { retentionAndDestruction } from './data/retention-and-destruction';
import { tlsAndNothingPublic } from './data/tls-and-nothing-public';
import { twoPersonIntake } from './data/two-person-intake';
import { postureAndDrift } from './detection/posture-and-drift';
import { threatAndMisuse } from './detection/threat-and-misuse';
import { clientAuthority } from './governance/client-authority';
import { engagementManifest } from './governance/engagement-manifest';
import { impactAssessmentGate } from './governance/impact-assessment-gate';
import { lawRegister } from './governance/law-register';
import { subjectRequests } from './governance/subject-requests';
import { supervisingLawyer } from './governance/supervising-lawyer';
import { federatedIdentityWithMfa } from './identity/federated-identity-with-mfa';
import { leastPrivilegeByRole } from './identity/least-privilege-by-role';
import { privilegedAccess } from './identity/privileged-access';
import { shortSessions } from './identity/short-sessions';
import { breachClocks } from './incident/breach-clocks';
import { crisisPlan } from './incident/crisis-plan';
import { killSwitch } from './incident/kill-switch';
import { blockedDestinations } from './jurisdiction/blocked-destinations';
import { foreignOrders } from './jurisdiction/foreign-orders';
import { regionPinning } from './jurisdiction/region-pinning';
import { transferGate } from './jurisdiction/transfer-gate';
import { completeSeparatedLogging } from './logging/complete-separated-logging';
import { immutableEvidence } from './logging/immutable-evidence';
import { dataPerimeter } from './network/data-perimeter';
import { isolatedNetwork } from './network/isolated-network';
import { confidentialityUndertaking } from './people/confidentiality-undertaking';
import { joinerMoverLeaver } from './people/joiner-mover-leaver';
import { screening } from './people/screening';
import { trainingAndRules } from './people/training-and-rules';
import { inJurisdictionBackup } from './resilience/in-jurisdiction-backup';
import { attestedSites } from './vendor/attested-sites';
import { contractMatrix } from './vendor/contract-matrix';
import { declaredSubprocessors } from './vendor/declared-subprocessors';
import { dueDiligence } from './vendor/due-diligence';
import { hardenedImage } from './workspace/hardened-image';
import { pixelsOnly } from './workspace/pixels-only';
import { sessionEvidence } from './workspace/session-evidence';

/** The file each control is written in. */
export const sources: ReadonlyMap<Control, string> = new Map([
  [conflictCheck, 'policies/controls/conflicts/conflict-check.ts'],
  [ethicalWall, 'policies/controls/conflicts/ethical-wall.ts'],
  [wallRegister, 'policies/controls/conflicts/wall-register.ts'],
  [classification, 'policies/controls/data/classification.ts'],
  [customerManagedKeys, 'policies/controls/data/customer-managed-keys.ts'],
  [minimisation, 'policies/controls/data/minimisation.ts'],
  [privilegeZone, 'policies/controls/data/privilege-zone.ts'],
  [retentionAndDestruction, 'policies/controls/data/retention-and-destruction.ts'],
  [tlsAndNothingPublic, 'policies/controls/data/tls-and-nothing-public.ts'],
  [twoPersonIntake, 'policies/controls/data/two-person-intake.ts'],
  [postureAndDrift, 'policies/controls/detection/posture-and-drift.ts'],
  [threatAndMisuse, 'policies/controls/detection/threat-and-misuse.ts'],
  [clientAuthority, 'policies/controls/governance/client-authority.ts'],
  [engagementManifest, 'policies/controls/governance/engagement-manifest.ts'],
  [impactAssessmentGate, 'policies/controls/governance/impact-assessment-gate.ts'],
  [lawRegister, 'policies/controls/governance/law-register.ts'],
  [subjectRequests, 'policies/controls/governance/subject-requests.ts'],
  [supervisingLawyer, 'policies/controls/governance/supervising-lawyer.ts'],
  [federatedIdentityWithMfa, 'policies/controls/identity/federated-identity-with-mfa.ts'],
  [leastPrivilegeByRole, 'policies/controls/identity/least-privilege-by-role.ts'],
  [privilegedAccess, 'policies/controls/identity/privileged-access.ts'],
  [shortSessions, 'policies/controls/identity/short-sessions.ts'],
  [breachClocks, 'policies/controls/incident/breach-clocks.ts'],
  [crisisPlan, 'policies/controls/incident/crisis-plan.ts'],
  [killSwitch, 'policies/controls/incident/kill-switch.ts'],
  [blockedDestinations, 'policies/controls/jurisdiction/blocked-destinations.ts'],
  [foreignOrders, 'policies/controls/jurisdiction/foreign-orders.ts'],
  [regionPinning, 'policies/controls/jurisdiction/region-pinning.ts'],
  [transferGate, 'policies/controls/jurisdiction/transfer-gate.ts'],
  [completeSeparatedLogging, 'policies/controls/logging/complete-separated-logging.ts'],
  [immutableEvidence, 'policies/controls/logging/immutable-evidence.ts'],
  [dataPerimeter, 'policies/controls/network/data-perimeter.ts'],
  [isolatedNetwork, 'policies/controls/network/isolated-network.ts'],
  [confidentialityUndertaking, 'policies/controls/people/confidentiality-undertaking.ts'],
  [joinerMoverLeaver, 'policies/controls/people/joiner-mover-leaver.ts'],
  [screening, 'policies/controls/people/screening.ts'],
  [trainingAndRules, 'policies/controls/people/training-and-rules.ts'],
  [inJurisdictionBackup, 'policies/controls/resilience/in-jurisdiction-backup.ts'],
  [attestedSites, 'policies/controls/vendor/attested-sites.ts'],
  [contractMatrix, 'policies/controls/vendor/contract-matrix.ts'],
  [declaredSubprocessors, 'policies/controls/vendor/declared-subprocessors.ts'],
  [dueDiligence, 'policies/controls/vendor/due-diligence.ts'],
  [hardenedImage, 'policies/controls/workspace/hardened-image.ts'],
  [pixelsOnly, 'policies/controls/workspace/pixels-only.ts'],
  [sessionEvidence, 'policies/controls/workspace/session-evidence.ts'],
]);

/** Every control there is, ordered by id. */
export const controls: readonly Control[] = [...sources.keys()].sort((a, b) =>
  a.id.localeCompare(b.id, 'en'),
);
