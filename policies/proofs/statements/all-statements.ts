import { backupsCannotBeDeleted } from './backups-cannot-be-deleted';
import { breachClockOnlyWarns } from './breach-clock-only-warns';
import { dataHasNoWayOutInRegion } from './data-has-no-way-out-in-region';
import { documentsAreReadByTheirMatterAlone } from './documents-are-read-by-their-matter-alone';
import { documentsLieUnderTheirKey } from './documents-lie-under-their-key';
import { endpointsStayInTheAccount } from './endpoints-stay-in-the-account';
import { keysAreUsedByTheirMatterAlone } from './keys-are-used-by-their-matter-alone';
import { killSwitchOnlyTakesAway } from './kill-switch-only-takes-away';
import { logArchiveIsOutOfReach } from './log-archive-is-out-of-reach';
import { mattersAreWalled } from './matters-are-walled';
import { noRequestOutsideTheRegions } from './no-request-outside-the-regions';
import { noRouteLeadsOut } from './no-route-leads-out';
import { onlyCustodiansDisableKeys } from './only-custodians-disable-keys';
import { onlyDeploymentChangesKeyPolicies } from './only-deployment-changes-key-policies';
import { onlyTheLedgerWriterSigns } from './only-the-ledger-writer-signs';
import { peopleWorkThroughTheEndpoint } from './people-work-through-the-endpoint';
import { peopleWorkWithMfa } from './people-work-with-mfa';
import type { ProofStatement } from './proof-statement';
import { restoresStayInTheirZone } from './restores-stay-in-their-zone';
import { retentionCannotBeShortened } from './retention-cannot-be-shortened';
import { rolesCannotEscalate } from './roles-cannot-escalate';
import { rolesOpenToTheirPeopleOnly } from './roles-open-to-their-people-only';
import { sessionsEnd } from './sessions-end';
import { trailCannotBeStopped } from './trail-cannot-be-stopped';
import { vpnServesNamedGroups } from './vpn-serves-named-groups';

/** Every statement, in the order it is printed. */
export const allStatements: readonly ProofStatement[] = [
  documentsAreReadByTheirMatterAlone,
  keysAreUsedByTheirMatterAlone,
  documentsLieUnderTheirKey,
  onlyCustodiansDisableKeys,
  killSwitchOnlyTakesAway,
  breachClockOnlyWarns,
  onlyDeploymentChangesKeyPolicies,
  onlyTheLedgerWriterSigns,
  trailCannotBeStopped,
  logArchiveIsOutOfReach,
  retentionCannotBeShortened,
  backupsCannotBeDeleted,
  restoresStayInTheirZone,
  rolesCannotEscalate,
  rolesOpenToTheirPeopleOnly,
  noRequestOutsideTheRegions,
  dataHasNoWayOutInRegion,
  peopleWorkThroughTheEndpoint,
  peopleWorkWithMfa,
  sessionsEnd,
  noRouteLeadsOut,
  vpnServesNamedGroups,
  endpointsStayInTheAccount,
  mattersAreWalled,
];
