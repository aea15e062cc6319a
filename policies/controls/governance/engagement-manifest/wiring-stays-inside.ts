import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import type { StackTemplate } from '../../../template/assembly.ts';
import type { AssemblyView } from '../../../template/assembly-view.ts';
import { isObject } from '../../../template/template-shape.ts';

/** Property name, at any depth, to the type it must point at. */
const wires: Readonly<Record<string, string>> = {
  BackupPlanId: 'AWS::Backup::BackupPlan',
  ClientVpnEndpointId: 'AWS::EC2::ClientVpnEndpoint',
  CloudWatchLogsLogGroupArn: 'AWS::Logs::LogGroup',
  CloudWatchLogsRoleArn: 'AWS::IAM::Role',
  DefaultSecurityGroupId: 'AWS::EC2::VPC',
  DeliverLogsPermissionArn: 'AWS::IAM::Role',
  DestinationSecurityGroupId: 'AWS::EC2::SecurityGroup',
  EncryptionKeyArn: 'AWS::KMS::Key',
  FirewallDomainListId: 'AWS::Route53Resolver::FirewallDomainList',
  FirewallRuleGroupId: 'AWS::Route53Resolver::FirewallRuleGroup',
  GroupId: 'AWS::EC2::SecurityGroup',
  IamRoleArn: 'AWS::IAM::Role',
  KMSMasterKeyID: 'AWS::KMS::Key',
  KmsKeyId: 'AWS::KMS::Key',
  NetworkAclId: 'AWS::EC2::NetworkAcl',
  ResolverQueryLogConfigId: 'AWS::Route53Resolver::ResolverQueryLoggingConfig',
  Role: 'AWS::IAM::Role',
  Roles: 'AWS::IAM::Role',
  RouteTableId: 'AWS::EC2::RouteTable',
  SAMLProviderArn: 'AWS::IAM::SAMLProvider',
  SecurityGroupIds: 'AWS::EC2::SecurityGroup',
  SourceSecurityGroupId: 'AWS::EC2::SecurityGroup',
  SubnetId: 'AWS::EC2::Subnet',
  SubnetIds: 'AWS::EC2::Subnet',
  TargetKeyId: 'AWS::KMS::Key',
  VpcId: 'AWS::EC2::VPC',
};

const association = (SubnetId: unknown) => ({
  Type: 'AWS::EC2::ClientVpnTargetNetworkAssociation',
  Properties: { SubnetId },
});
const stack = (SubnetId: unknown): ExampleStacks => ({
  'meridian/Network': {
    Subnet: { Type: 'AWS::EC2::Subnet' },
    Group: { Type: 'AWS::EC2::SecurityGroup' },
    Association: association(SubnetId),
  },
});

/** A literal id points at something nobody here has judged. ARNs of roles by name are judged where they occur. */
export const check = assemblyCheck({
  control: 'LPO-GOV-01',
  name: 'wiring-stays-inside',
  expected: 'networks, keys, roles and log groups are wired to resources of this assembly, of the right type',
  fix: 'refer to the resource instead of writing an id',
  judge(view) {
    const found = view.resources.flatMap(({ stack, resource }) =>
      loose(view, stack, resource.properties, '').map((one) => ({
        ...one,
        stack: stack.id,
        logicalId: resource.logicalId,
      })),
    );
    return view.resources.length === 0 ? 'not applicable' : found;
  },
  good: { inside: stack({ Ref: 'Subnet' }) },
  bad: {
    'an id from elsewhere': stack('subnet-0123456789abcdef0'),
    'another type': stack({ Ref: 'Group' }),
    'decided at deployment': stack({ 'Fn::ImportValue': 'somewhere' }),
  },
});

function loose(
  view: AssemblyView,
  stack: StackTemplate,
  value: unknown,
  path: string,
): Omit<PlacedDeviation, 'stack'>[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => loose(view, stack, one, `${path}.${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const at = path ? `${path}.${name}` : name;
    const type = wires[name];
    if (type === undefined) return loose(view, stack, one, at);
    return [one].flat().flatMap((target, index) => {
      const property = Array.isArray(one) ? `${at}.${index}` : at;
      return view.target(target, stack)?.resource.type === type
        ? []
        : [{ property, got: `${JSON.stringify(target)}, expected ${type}` }];
    });
  });
}
