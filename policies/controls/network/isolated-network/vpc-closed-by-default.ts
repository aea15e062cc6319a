import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const subnet = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' } } };
const acl = { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: { Ref: 'Vpc' } } };
const parts = {
  Vpc: vpc(),
  Subnet: subnet,
  Acl: acl,
  AclOfSubnet: {
    Type: 'AWS::EC2::SubnetNetworkAclAssociation',
    Properties: { SubnetId: { Ref: 'Subnet' }, NetworkAclId: { Ref: 'Acl' } },
  },
  DefaultGroup: {
    Type: 'Custom::VpcRestrictDefaultSG',
    Properties: { DefaultSecurityGroupId: { 'Fn::GetAtt': ['Vpc', 'DefaultSecurityGroup'] } },
  },
  BlockPublicAccess: {
    Type: 'AWS::EC2::VPCBlockPublicAccessOptions',
    Properties: { InternetGatewayBlockMode: 'block-bidirectional' },
  },
};
const without = (name: keyof typeof parts): ExampleStacks => {
  const { [name]: _, ...rest } = parts;
  return { 'meridian/Network': rest };
};
const blocking = (InternetGatewayBlockMode: string): ExampleStacks => ({
  'meridian/Network': {
    ...parts,
    BlockPublicAccess: {
      Type: 'AWS::EC2::VPCBlockPublicAccessOptions',
      Properties: { InternetGatewayBlockMode },
    },
  },
});

/** Parts of a VPC that are open unless they are closed: default group, default ACL, later internet gateways. */
export const check = assemblyCheck({
  control: 'LPO-NET-01',
  name: 'vpc-closed-by-default',
  expected:
    'every VPC has its default security group emptied, a network ACL of its own on each subnet, and its account blocks internet gateways in both directions',
  fix: 'set restrictDefaultSecurityGroup, associate an ACL with every subnet, add AWS::EC2::VPCBlockPublicAccessOptions with block-bidirectional and no exclusion',
  judge(view) {
    const vpcs = view.ofType('AWS::EC2::VPC');
    if (vpcs.length === 0) return 'not applicable';
    const at = ({ stack, resource }: Placed) => ({
      stack: stack.id,
      logicalId: resource.logicalId,
      property: '-',
    });
    return [
      ...vpcs
        .filter((vpc) => !points(view, 'Custom::VpcRestrictDefaultSG', 'DefaultSecurityGroupId', vpc))
        .map((vpc) => ({ ...at(vpc), got: 'the default security group stays open' })),
      ...view
        .ofType('AWS::EC2::Subnet')
        .filter((subnet) => !points(view, 'AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId', subnet))
        .map((subnet) => ({
          ...at(subnet),
          got: 'no network ACL but the default, which allows everything',
        })),
      ...vpcs
        .filter((vpc) => !blocksInternet(view, vpc))
        .map((vpc) => ({
          ...at(vpc),
          got: 'VPC Block Public Access is not block-bidirectional in its account',
        })),
      ...view
        .ofType('AWS::EC2::VPCBlockPublicAccessExclusion')
        .map((exclusion) => ({ ...at(exclusion), got: 'an exclusion from VPC Block Public Access' })),
    ];
  },
  good: { closed: { 'meridian/Network': parts } },
  bad: {
    'the default group': without('DefaultGroup'),
    'the default ACL': without('AclOfSubnet'),
    'no block': without('BlockPublicAccess'),
    'a block for ingress only': blocking('block-ingress'),
    'an exclusion': {
      'meridian/Network': { ...parts, Hole: { Type: 'AWS::EC2::VPCBlockPublicAccessExclusion' } },
    },
  },
});

const points = (view: AssemblyView, type: string, property: string, target: Placed): boolean =>
  view.ofType(type).some(({ stack, resource }) => view.target(resource.get(property), stack) === target);

const blocksInternet = (view: AssemblyView, vpc: Placed): boolean =>
  view
    .ofType('AWS::EC2::VPCBlockPublicAccessOptions')
    .some(
      ({ stack, resource }) =>
        stack.account === vpc.stack.account &&
        stack.region === vpc.stack.region &&
        resource.text('InternetGatewayBlockMode') === 'block-bidirectional',
    );
