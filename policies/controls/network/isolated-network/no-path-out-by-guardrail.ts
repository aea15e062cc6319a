import { exceptRoles } from '../../condition-shapes';
import { guardrailDeny } from '../../guardrail-deny';

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
  'ec2:AuthorizeClientVpnIngress',
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
const deploy = {
  ArnNotLike: {
    'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/cdk-closedroom-cfn-exec-role-200000000001-eu-west-2',
  },
};
const whole = [{ Action: never }, { Action: paths, Condition: deploy }];

/** The template shows today's network; the guardrail keeps it so tomorrow. */
export const noPathOutByGuardrail = guardrailDeny({
  name: 'no-path-out-by-guardrail',
  expected:
    'an SCP denies every way out of the network to everyone, and changing its paths to all but the deploy role',
  mend: 'add both denies',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions: never, trigger: [], exempting: [] },
    { actions: paths, trigger: [], exempting: [exceptRoles('deploy')] },
  ],
  good: { whole },
  bad: {
    'ways out stay open': whole.slice(1),
    'paths stay open': whole.slice(0, 1),
    'NAT is left out': [{ Action: never.filter((action) => !action.includes('Nat')) }, ...whole.slice(1)],
    'but for the deploy role': [{ Action: never, Condition: deploy }, ...whole.slice(1)],
  },
});
