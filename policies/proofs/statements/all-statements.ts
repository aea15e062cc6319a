import { documentsAreReadByTheirMatterAlone } from './documents-are-read-by-their-matter-alone';
import { endpointsStayInTheAccount } from './endpoints-stay-in-the-account';
import { keysAreUsedByTheirMatterAlone } from './keys-are-used-by-their-matter-alone';
import { mattersAreWalled } from './matters-are-walled';
import { noRouteLeadsOut } from './no-route-leads-out';
import { onlyCustodiansDisableKeys } from './only-custodians-disable-keys';
import { onlyDeploymentChangesKeyPolicies } from './only-deployment-changes-key-policies';
import { peopleWorkThroughTheEndpoint } from './people-work-through-the-endpoint';
import { peopleWorkWithMfa } from './people-work-with-mfa';
import type { ProofStatement } from './proof-statement';
import { rolesCannotEscalate } from './roles-cannot-escalate';
import { sessionsEnd } from './sessions-end';
import { vpnServesNamedGroups } from './vpn-serves-named-groups';

/** Every statement, in the order it is printed. */
export const allStatements: readonly ProofStatement[] = [
  documentsAreReadByTheirMatterAlone,
  keysAreUsedByTheirMatterAlone,
  onlyCustodiansDisableKeys,
  onlyDeploymentChangesKeyPolicies,
  rolesCannotEscalate,
  peopleWorkThroughTheEndpoint,
  peopleWorkWithMfa,
  sessionsEnd,
  noRouteLeadsOut,
  vpnServesNamedGroups,
  endpointsStayInTheAccount,
  mattersAreWalled,
];
