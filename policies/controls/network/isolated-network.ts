import type { Control } from '../../authoring/control.ts';
import { networkAclsNarrow } from './isolated-network/network-acls-narrow.ts';
import { noPathOutByGuardrail } from './isolated-network/no-path-out-by-guardrail.ts';
import { noPublicAddresses } from './isolated-network/no-public-addresses.ts';
import { noRouteOut } from './isolated-network/no-route-out.ts';
import { noWayOutOfTheVpc } from './isolated-network/no-way-out-of-the-vpc.ts';
import { rangesDoNotOverlap } from './isolated-network/ranges-do-not-overlap.ts';
import { securityGroupsNarrow } from './isolated-network/security-groups-narrow.ts';
import { securityGroupsStateEgress } from './isolated-network/security-groups-state-egress.ts';
import { vpcClosedByDefault } from './isolated-network/vpc-closed-by-default.ts';
import { vpnReachesNarrowly } from './isolated-network/vpn-reaches-narrowly.ts';

export const isolatedNetwork: Control = {
  id: 'LPO-NET-01',
  title: 'Isolated network per engagement',
  objective:
    'Each engagement network has no Internet gateway, peering or shared subnet with any other engagement.',
  severity: 'critical',
  kind: ['preventive'],
  absolute: true,
  map: {
    gdpr: ['32(1)(b)', '25'],
    iso27001: ['8.20', '8.22'],
    soc2: ['CC6.1', 'CC6.6'],
    nist80053: ['SC-7', 'SC-7(21)', 'SC-7(5)', 'AC-4'],
    cisAws3: ['5.2', '5.4', '5.5'],
    cisAws7: ['6.3', '6.5', '6.6'],
    hipaa: ['164.312(e)(1)'],
    dpdp: ['Rule 6(1)(b)'],
  },
  record: 'the assembly itself, and the prover’s report on paths',
  checks: [
    networkAclsNarrow,
    noPathOutByGuardrail,
    noPublicAddresses,
    noRouteOut,
    noWayOutOfTheVpc,
    rangesDoNotOverlap,
    securityGroupsNarrow,
    securityGroupsStateEgress,
    vpcClosedByDefault,
    vpnReachesNarrowly,
  ],
};
