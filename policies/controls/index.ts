// Generated from the files beside it by `npm run generate`; do not edit.

import type { Control } from '../authoring/control.ts';
import { conflictCheck } from './conflicts/conflict-check.ts';
import { ethicalWall } from './conflicts/ethical-wall.ts';
import { wallRegister } from './conflicts/wall-register.ts';
import { classification } from './data/classification.ts';
import { customerManagedKeys } from './data/customer-managed-keys.ts';
import { minimisation } from './data/minimisation.ts';
import { privilegeZone } from './data/privilege-zone.ts';
import { retentionAndDestruction } from './data/retention-and-destruction.ts';
import { tlsAndNothingPublic } from './data/tls-and-nothing-public.ts';
import { twoPersonIntake } from './data/two-person-intake.ts';
import { postureAndDrift } from './detection/posture-and-drift.ts';
import { threatAndMisuse } from './detection/threat-and-misuse.ts';
import { clientAuthority } from './governance/client-authority.ts';
import { engagementManifest } from './governance/engagement-manifest.ts';
import { impactAssessmentGate } from './governance/impact-assessment-gate.ts';
import { lawRegister } from './governance/law-register.ts';
import { subjectRequests } from './governance/subject-requests.ts';
import { supervisingLawyer } from './governance/supervising-lawyer.ts';
import { federatedIdentityWithMfa } from './identity/federated-identity-with-mfa.ts';
import { leastPrivilegeByRole } from './identity/least-privilege-by-role.ts';
import { privilegedAccess } from './identity/privileged-access.ts';
import { shortSessions } from './identity/short-sessions.ts';
import { breachClocks } from './incident/breach-clocks.ts';
import { crisisPlan } from './incident/crisis-plan.ts';
import { killSwitch } from './incident/kill-switch.ts';
import { blockedDestinations } from './jurisdiction/blocked-destinations.ts';
import { foreignOrders } from './jurisdiction/foreign-orders.ts';
import { regionPinning } from './jurisdiction/region-pinning.ts';
import { transferGate } from './jurisdiction/transfer-gate.ts';
import { completeSeparatedLogging } from './logging/complete-separated-logging.ts';
import { immutableEvidence } from './logging/immutable-evidence.ts';
import { dataPerimeter } from './network/data-perimeter.ts';
import { isolatedNetwork } from './network/isolated-network.ts';
import { confidentialityUndertaking } from './people/confidentiality-undertaking.ts';
import { joinerMoverLeaver } from './people/joiner-mover-leaver.ts';
import { screening } from './people/screening.ts';
import { trainingAndRules } from './people/training-and-rules.ts';
import { inJurisdictionBackup } from './resilience/in-jurisdiction-backup.ts';
import { attestedSites } from './vendor/attested-sites.ts';
import { contractMatrix } from './vendor/contract-matrix.ts';
import { declaredSubprocessors } from './vendor/declared-subprocessors.ts';
import { dueDiligence } from './vendor/due-diligence.ts';
import { hardenedImage } from './workspace/hardened-image.ts';
import { pixelsOnly } from './workspace/pixels-only.ts';
import { sessionEvidence } from './workspace/session-evidence.ts';

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
