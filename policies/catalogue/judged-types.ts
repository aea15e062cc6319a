import type { Control } from './control.ts';

/** Types that need no check of their own, and why. */
const inert: Readonly<Record<string, string>> = {
  'AWS::Backup::BackupSelection': 'judged with the bucket it must cover',
  'AWS::Backup::RestoreTestingPlan': 'judged with the bucket it must cover',
  'AWS::Backup::RestoreTestingSelection': 'judged with the bucket it must cover',
  'AWS::CDK::Metadata': 'version information of the CDK; deploys nothing',
  'AWS::Config::ConfigRule': 'only reads and reports',
  'AWS::Config::DeliveryChannel': 'names a bucket that is judged',
  'AWS::AccessAnalyzer::Analyzer': 'judged with its account',
  'AWS::EC2::ClientVpnTargetNetworkAssociation': 'joins a judged endpoint to a judged subnet',
  'AWS::EC2::DHCPOptions': 'names resolvers; the DNS firewall and routes decide what they reach',
  'AWS::EC2::NetworkAcl': 'empty until judged entries are added',
  'AWS::EC2::RouteTable': 'empty until judged routes are added',
  'AWS::EC2::SubnetNetworkAclAssociation': 'judged with its subnet',
  'AWS::EC2::SubnetRouteTableAssociation': 'joins a subnet to a table whose routes are judged',
  'AWS::EC2::VPCDHCPOptionsAssociation': 'see DHCPOptions',
  'AWS::GuardDuty::MalwareProtectionPlan': 'judged with the bucket it must cover',
  'AWS::IAM::ServiceLinkedRole': 'its trust and permissions are the work of AWS',
  'AWS::Logs::MetricFilter': 'judged with the tripwires of its account',
  'AWS::CloudWatch::Alarm': 'judged with the tripwires of its account',
  'AWS::Macie::CustomDataIdentifier': 'a pattern to look for',
  'AWS::StepFunctions::StateMachine': 'judged over all stacks, with its log',
  'AWS::SecurityHub::Standard': 'adds findings, and can do nothing else',
  'AWS::Route53Resolver::FirewallConfig': 'judged with its VPC',
  'AWS::Route53Resolver::FirewallDomainList': 'judged with its VPC',
  'AWS::Route53Resolver::FirewallRuleGroup': 'judged with its VPC',
  'AWS::Route53Resolver::FirewallRuleGroupAssociation': 'judged with its VPC',
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': 'judged with its VPC',
  'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation': 'judged with its VPC',
  'AWS::EC2::FlowLog': 'judged with its VPC',
  'AWS::EC2::VPCBlockPublicAccessOptions': 'judged with its VPC',
  'AWS::EC2::VPCBlockPublicAccessExclusion': 'judged with its VPC',
  'AWS::Organizations::Policy': 'judged with the accounts it is attached to',
  'Custom::VpcRestrictDefaultSG': 'empties the default security group; its role is judged',
};

/** Types that some check names, and those found to need none. */
export function judgedTypes(controls: readonly Control[]): ReadonlySet<string> {
  const named = controls.flatMap(({ checks }) =>
    checks.flatMap((check) => (check.scope === 'resource' && check.types !== '*' ? check.types : [])),
  );
  return new Set([...Object.keys(inert), ...named]);
}
