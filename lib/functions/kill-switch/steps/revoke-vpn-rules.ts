import type { AuthorizationRule, EC2 } from '@aws-sdk/client-ec2';
import { listed, vpnEndpoints } from '../../vpn/live-sessions.ts';
import { writeBefore } from '../exhibit.ts';
import type { Step } from '../step.ts';
import { actOnAll, notApplicable, unlessAlready } from '../step-report.ts';
import { mattersOf } from '../switch-parts.ts';

const name = 'revoke-vpn-rules';

/** Client VPN accepts ten changes at a time. */
const limit = 8;

/** Takes away what groups may reach. Rules are described as `<matter>-<function>`. */
export const step: Step = {
  name,
  phase: { branch: 'vpn' },
  order: 30,
  permissions: {
    vendor: () => [
      {
        sid: 'CutVpn',
        actions: [
          'ec2:DescribeClientVpnAuthorizationRules',
          'ec2:DescribeClientVpnEndpoints',
          'ec2:RevokeClientVpnIngress',
        ],
        resources: ['*'],
      },
    ],
  },
  run: async (parts, request) => {
    if (request.scope === 'person')
      return notApplicable(name, 'Rules belong to groups; the suspension refuses this person.');
    const { ec2 } = await parts.inVendorAccount();
    const matters = mattersOf(parts, request);
    const rules = (await allRules(ec2)).filter(
      ({ Description }) =>
        request.scope === 'vendor' || matters.some(({ id }) => Description?.startsWith(`${id}-`)),
    );
    const before = rules.map(({ ClientVpnEndpointId, Description, GroupId, DestinationCidr }) => ({
      ClientVpnEndpointId,
      Description,
      GroupId,
      DestinationCidr,
    }));
    return actOnAll(name, {
      note: await writeBefore(parts, request.incident, name, before),
      targets: rules,
      name: ({ Description, DestinationCidr }) => `${Description} to ${DestinationCidr}`,
      limit,
      before,
      act: ({ ClientVpnEndpointId, DestinationCidr, GroupId, AccessAll }) =>
        unlessAlready(
          ec2.revokeClientVpnIngress({
            ClientVpnEndpointId,
            TargetNetworkCidr: DestinationCidr,
            ...(AccessAll ? { RevokeAllGroups: true } : { AccessGroupId: GroupId }),
          }),
          'InvalidClientVpnEndpointAuthorizationRuleNotFound',
        ),
    });
  },
};

async function allRules(ec2: EC2): Promise<AuthorizationRule[]> {
  const rules: AuthorizationRule[] = [];
  for (const ClientVpnEndpointId of await vpnEndpoints(ec2)) {
    const pages = ec2.paginateDescribeClientVpnAuthorizationRules({ ClientVpnEndpointId });
    for await (const { AuthorizationRules } of pages)
      rules.push(...listed(AuthorizationRules, 'rules').map((rule) => ({ ...rule, ClientVpnEndpointId })));
  }
  return rules.filter(({ Status }) => Status?.Code !== 'revoking');
}
