import { exceptRoles, exceptRolesOf } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { bootstrapRoleArn, roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { vendorName } from '../../../template/names.ts';

const never = [
  'ec2:AcceptTransitGateway*',
  'ec2:AcceptVpcPeeringConnection',
  'ec2:AllocateAddress',
  'ec2:AssociateAddress',
  'ec2:AttachInternetGateway',
  'ec2:AttachVpnGateway',
  'ec2:CreateCarrierGateway',
  'ec2:CreateEgressOnlyInternetGateway',
  'ec2:CreateInternetGateway',
  'ec2:CreateNatGateway',
  'ec2:CreateTransitGateway*',
  'ec2:CreateVpcBlockPublicAccessExclusion',
  'ec2:CreateVpcEndpointServiceConfiguration',
  'ec2:CreateVpcPeeringConnection',
  'ec2:CreateVpnConnection',
  'ec2:CreateVpnGateway',
  'ec2:ModifyVpcEndpointServicePermissions',
];
const paths = [
  'ec2:Associate*',
  'ec2:Attach*',
  'ec2:CreateClientVpn*',
  'ec2:CreateNetworkAcl*',
  'ec2:CreateRoute*',
  'ec2:CreateVpc*',
  'ec2:DeleteClientVpn*',
  'ec2:DeleteNetworkAcl*',
  'ec2:DeleteRoute*',
  'ec2:DeleteVpc*',
  'ec2:Disassociate*',
  'ec2:ModifyClientVpnEndpoint',
  'ec2:ModifyVpc*',
  'ec2:Replace*',
  'ec2:RunInstances',
];
/** The kill switch revokes these rules; the second person, who is the custodian, puts them back. */
const vpnRules = ['ec2:AuthorizeClientVpnIngress'];
const deploy = { ArnNotLike: { 'aws:PrincipalArn': bootstrapRoleArn() } };
const release = (custodian: string) => ({
  Action: vpnRules,
  Condition: { ArnNotLike: { 'aws:PrincipalArn': [bootstrapRoleArn(), roleArn(custodian)] } },
});
const whole = [
  { Action: never },
  { Action: paths, Condition: deploy },
  release(vendorName('meridian', 'keyCustodian')),
];

/** The template shows today's network; the guardrail keeps it so tomorrow. */
export const check = guardrailDeny({
  control: 'LPO-NET-01',
  name: 'no-path-out-by-guardrail',
  expected:
    'an SCP denies every way out of the network to everyone, and changing its paths to all but the deploy role, beside whom the key custodian puts VPN rules back',
  fix: 'add the three denies',
  type: 'SERVICE_CONTROL_POLICY',
  denies: ({ vendor, account }) => [
    { actions: never, trigger: [], exempting: [] },
    { actions: paths, trigger: [], exempting: [exceptRoles('deploy')] },
    { actions: vpnRules, trigger: [], exempting: [exceptRolesOf(vendor, account, 'deploy', 'keyCustodian')] },
  ],
  good: { whole },
  bad: {
    'VPN rules left out': whole.slice(0, 2),
    "another vendor's custodian": [...whole.slice(0, 2), release(vendorName('luzon', 'keyCustodian'))],
    'the switch opens the VPN': [...whole.slice(0, 2), release(vendorName('meridian', 'containment'))],
    'ways out stay open': whole.slice(1),
    'paths stay open': whole.slice(0, 1),
    'NAT is left out': [{ Action: never.filter((action) => !action.includes('Nat')) }, ...whole.slice(1)],
    'but for the deploy role': [{ Action: never, Condition: deploy }, ...whole.slice(1)],
  },
});
