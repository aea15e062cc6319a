import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { isNarrowPrivate } from '../../../reading/is-narrow-private.ts';

const rule = (properties: object) => ({
  Type: 'AWS::EC2::ClientVpnAuthorizationRule',
  Properties: {
    AccessGroupId: 'g-1',
    AuthorizeAllGroups: false,
    TargetNetworkCidr: '10.20.0.0/27',
    ...properties,
  },
});
const endpoint = (properties: object) => ({
  Type: 'AWS::EC2::ClientVpnEndpoint',
  Properties: { VpcId: 'v', SecurityGroupIds: ['sg-1'], ...properties },
});

/** No rule means no access, so a rule is the whole of what a group may reach. */
export const check = resourceCheck({
  control: 'LPO-NET-01',
  name: 'vpn-reaches-narrowly',
  expected:
    'each authorization rule is for one group and a private range of /24 or narrower; the endpoint has a VPC and security groups of its own, no transit gateway, and no route of its own',
  fix: 'give AccessGroupId and the subnets that group needs, set AuthorizeAllGroups to false, and remove routes and TransitGatewayConfiguration',
  types: ['AWS::EC2::ClientVpnAuthorizationRule', 'AWS::EC2::ClientVpnEndpoint', 'AWS::EC2::ClientVpnRoute'],
  judge(resource): Deviation[] {
    const say = (property: string) => ({ property, got: resource.show(property) });
    if (resource.type === 'AWS::EC2::ClientVpnRoute') return [say('DestinationCidrBlock')];
    if (resource.type === 'AWS::EC2::ClientVpnEndpoint')
      return [
        ...(resource.get('TransitGatewayConfiguration') === undefined
          ? []
          : [say('TransitGatewayConfiguration')]),
        ...(resource.list('SecurityGroupIds').length > 0 ? [] : [say('SecurityGroupIds')]),
        ...(resource.get('VpcId') === undefined ? [say('VpcId')] : []),
      ];
    const cidr = resource.text('TargetNetworkCidr') ?? '';
    const all = resource.get('AuthorizeAllGroups');
    return [
      ...(all === undefined || all === false || all === 'false' ? [] : [say('AuthorizeAllGroups')]),
      ...(resource.text('AccessGroupId') ? [] : [say('AccessGroupId')]),
      ...(isNarrowPrivate(cidr) && Number(cidr.split('/')[1] ?? 32) >= 24 ? [] : [say('TargetNetworkCidr')]),
    ];
  },
  good: { 'one group, one subnet': rule({}), 'an endpoint in the VPC': endpoint({}) },
  bad: {
    'all groups': rule({ AuthorizeAllGroups: true }),
    'no group': rule({ AccessGroupId: undefined }),
    everything: rule({ TargetNetworkCidr: '0.0.0.0/0' }),
    'a whole VPC': rule({ TargetNetworkCidr: '10.20.0.0/16' }),
    'a route': { Type: 'AWS::EC2::ClientVpnRoute', Properties: { DestinationCidrBlock: '0.0.0.0/0' } },
    'a transit gateway': endpoint({ TransitGatewayConfiguration: { TransitGatewayId: 'tgw-1' } }),
    'the default group of the VPC': endpoint({ SecurityGroupIds: undefined }),
  },
});
