import { backupsCannotBeDeleted } from './backups-cannot-be-deleted.ts';
import { breachClockOnlyWarns } from './breach-clock-only-warns.ts';
import { dataHasNoWayOutInRegion } from './data-has-no-way-out-in-region.ts';
import { documentsAreReadByTheirMatterAlone } from './documents-are-read-by-their-matter-alone.ts';
import { documentsLieUnderTheirKey } from './documents-lie-under-their-key.ts';
import { endpointsStayInTheAccount } from './endpoints-stay-in-the-account.ts';
import { keysAreUsedByTheirMatterAlone } from './keys-are-used-by-their-matter-alone.ts';
import { killSwitchOnlyTakesAway } from './kill-switch-only-takes-away.ts';
import { logArchiveIsOutOfReach } from './log-archive-is-out-of-reach.ts';
import { mattersAreWalled } from './matters-are-walled.ts';
import { noRequestOutsideTheRegions } from './no-request-outside-the-regions.ts';
import { noRouteLeadsOut } from './no-route-leads-out.ts';
import { onlyCustodiansDisableKeys } from './only-custodians-disable-keys.ts';
import { onlyDeploymentChangesKeyPolicies } from './only-deployment-changes-key-policies.ts';
import { onlyTheLedgerWriterSigns } from './only-the-ledger-writer-signs.ts';
import { peopleWorkThroughTheEndpoint } from './people-work-through-the-endpoint.ts';
import { peopleWorkWithMfa } from './people-work-with-mfa.ts';
import type { ProofStatement } from './proof-statement.ts';
import { restoresStayInTheirZone } from './restores-stay-in-their-zone.ts';
import { retentionCannotBeShortened } from './retention-cannot-be-shortened.ts';
import { rolesCannotEscalate } from './roles-cannot-escalate.ts';
import { rolesOpenToTheirPeopleOnly } from './roles-open-to-their-people-only.ts';
import { sessionsEnd } from './sessions-end.ts';
import { trailCannotBeStopped } from './trail-cannot-be-stopped.ts';
import { vpnServesNamedGroups } from './vpn-serves-named-groups.ts';

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
