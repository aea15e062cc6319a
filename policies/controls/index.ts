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

/** Every control there is, ordered by id. */
export const controls: readonly Control[] = [
  conflictCheck,
  ethicalWall,
  wallRegister,
  classification,
  customerManagedKeys,
  minimisation,
  privilegeZone,
  retentionAndDestruction,
  tlsAndNothingPublic,
  twoPersonIntake,
  postureAndDrift,
  threatAndMisuse,
  clientAuthority,
  engagementManifest,
  impactAssessmentGate,
  lawRegister,
  subjectRequests,
  supervisingLawyer,
  federatedIdentityWithMfa,
  leastPrivilegeByRole,
  privilegedAccess,
  shortSessions,
  breachClocks,
  crisisPlan,
  killSwitch,
  blockedDestinations,
  foreignOrders,
  regionPinning,
  transferGate,
  completeSeparatedLogging,
  immutableEvidence,
  dataPerimeter,
  isolatedNetwork,
  confidentialityUndertaking,
  joinerMoverLeaver,
  screening,
  trainingAndRules,
  inJurisdictionBackup,
  attestedSites,
  contractMatrix,
  declaredSubprocessors,
  dueDiligence,
  hardenedImage,
  pixelsOnly,
  sessionEvidence,
].sort((a, b) => a.id.localeCompare(b.id, 'en'));
