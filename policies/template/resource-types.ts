/** Naming of a resource type by CloudFormation, as far as policies can refer to it. */
export interface ResourceNaming {
  /** Property that holds the physical name; without it CloudFormation makes one up. */
  readonly name?: string;
  /** Identifier AWS assigns; `{id}` in `arn` and the value of `Ref` when there is no `name`. */
  readonly id?: (hash: string) => string;
  /** Placeholders: {p}artition, {r}egion, {a}ccount, {name} (or id). */
  readonly arn?: string;
  /** Value that `Ref` returns. Default: the name. */
  readonly ref?: 'name' | 'arn';
  /** Attributes besides `Arn`: which of name and ARN they are. */
  readonly attributes?: Readonly<Record<string, 'name' | 'arn' | 'id'>>;
}

const assigned = (prefix: string) => ({ id: (hash: string): string => `${prefix}-${hash.slice(0, 17)}` });
const ec2 = (prefix: string, arnType?: string): ResourceNaming => ({
  ...assigned(prefix),
  ...(arnType === undefined ? {} : { arn: `arn:{p}:ec2:{r}:{a}:${arnType}/{name}` }),
  attributes: { Id: 'name', GroupId: 'name', VpcId: 'name', SubnetId: 'name', RouteTableId: 'name' },
});
const resolver = (prefix: string, arnType: string): ResourceNaming => ({
  ...assigned(prefix),
  arn: `arn:{p}:route53resolver:{r}:{a}:${arnType}/{name}`,
  attributes: { Id: 'name' },
});
const uuid = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

/** Source: the CloudFormation template reference, "Return values" of each type. */
export const resourceTypes: Readonly<Record<string, ResourceNaming>> = {
  'AWS::IAM::Role': { name: 'RoleName', arn: 'arn:{p}:iam::{a}:role/{name}' },
  'AWS::IAM::ManagedPolicy': {
    name: 'ManagedPolicyName',
    arn: 'arn:{p}:iam::{a}:policy/{name}',
    ref: 'arn',
    attributes: { PolicyArn: 'arn' },
  },
  'AWS::IAM::SAMLProvider': { name: 'Name', arn: 'arn:{p}:iam::{a}:saml-provider/{name}', ref: 'arn' },
  'AWS::IAM::ServiceLinkedRole': { ...assigned('slr') },
  'AWS::KMS::Key': {
    id: uuid,
    arn: 'arn:{p}:kms:{r}:{a}:key/{name}',
    attributes: { KeyId: 'name' },
  },
  'AWS::KMS::Alias': { name: 'AliasName', arn: 'arn:{p}:kms:{r}:{a}:{name}' },
  'AWS::S3::Bucket': { name: 'BucketName', arn: 'arn:{p}:s3:::{name}' },
  'AWS::S3::AccessPoint': {
    name: 'Name',
    arn: 'arn:{p}:s3:{r}:{a}:accesspoint/{name}',
    attributes: { Name: 'name' },
  },
  'AWS::SNS::Topic': {
    name: 'TopicName',
    arn: 'arn:{p}:sns:{r}:{a}:{name}',
    ref: 'arn',
    attributes: { TopicArn: 'arn', TopicName: 'name' },
  },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    arn: 'arn:{p}:sqs:{r}:{a}:{name}',
    attributes: { QueueName: 'name' },
  },
  'AWS::Lambda::Function': { name: 'FunctionName', arn: 'arn:{p}:lambda:{r}:{a}:function:{name}' },
  'AWS::SecretsManager::Secret': {
    name: 'Name',
    arn: 'arn:{p}:secretsmanager:{r}:{a}:secret:{name}',
    ref: 'arn',
    attributes: { Id: 'arn' },
  },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', arn: 'arn:{p}:logs:{r}:{a}:log-group:{name}:*' },
  'AWS::Backup::BackupVault': {
    name: 'BackupVaultName',
    arn: 'arn:{p}:backup:{r}:{a}:backup-vault:{name}',
    attributes: { BackupVaultArn: 'arn', BackupVaultName: 'name' },
  },
  'AWS::Backup::LogicallyAirGappedBackupVault': {
    name: 'BackupVaultName',
    arn: 'arn:{p}:backup:{r}:{a}:backup-vault:{name}',
    attributes: { BackupVaultArn: 'arn', BackupVaultName: 'name' },
  },
  'AWS::Backup::BackupPlan': {
    id: uuid,
    arn: 'arn:{p}:backup:{r}:{a}:backup-plan:{name}',
    attributes: { BackupPlanId: 'name', BackupPlanArn: 'arn' },
  },
  'AWS::CloudTrail::Trail': { name: 'TrailName', arn: 'arn:{p}:cloudtrail:{r}:{a}:trail/{name}' },
  'AWS::DynamoDB::Table': { name: 'TableName', arn: 'arn:{p}:dynamodb:{r}:{a}:table/{name}' },
  'AWS::Events::Rule': { name: 'Name', arn: 'arn:{p}:events:{r}:{a}:rule/{name}' },
  'AWS::Events::EventBus': { name: 'Name', arn: 'arn:{p}:events:{r}:{a}:event-bus/{name}' },
  'AWS::StepFunctions::StateMachine': {
    name: 'StateMachineName',
    arn: 'arn:{p}:states:{r}:{a}:stateMachine:{name}',
    ref: 'arn',
    attributes: { Name: 'name' },
  },
  'AWS::EC2::VPC': ec2('vpc', 'vpc'),
  'AWS::EC2::Subnet': ec2('subnet', 'subnet'),
  'AWS::EC2::RouteTable': ec2('rtb', 'route-table'),
  'AWS::EC2::SecurityGroup': ec2('sg', 'security-group'),
  'AWS::EC2::NetworkAcl': ec2('acl', 'network-acl'),
  'AWS::EC2::VPCEndpoint': ec2('vpce', 'vpc-endpoint'),
  'AWS::EC2::ClientVpnEndpoint': ec2('cvpn-endpoint', 'client-vpn-endpoint'),
  'AWS::EC2::InternetGateway': { ...ec2('igw'), attributes: { InternetGatewayId: 'name' } },
  'AWS::EC2::EgressOnlyInternetGateway': ec2('eigw'),
  'AWS::EC2::NatGateway': { ...ec2('nat'), attributes: { NatGatewayId: 'name' } },
  'AWS::EC2::TransitGateway': ec2('tgw'),
  'AWS::EC2::TransitGatewayAttachment': ec2('tgw-attach'),
  'AWS::EC2::VPCPeeringConnection': ec2('pcx'),
  'AWS::EC2::VPNGateway': ec2('vgw'),
  'AWS::EC2::NetworkInterface': ec2('eni'),
  'AWS::EC2::FlowLog': ec2('fl', 'vpc-flow-log'),
  'AWS::EC2::EIP': { ...ec2('eipalloc'), attributes: { AllocationId: 'name' } },
  'AWS::Route53Resolver::FirewallDomainList': resolver('rslvr-fdl', 'firewall-domain-list'),
  'AWS::Route53Resolver::FirewallRuleGroup': resolver('rslvr-frg', 'firewall-rule-group'),
  'AWS::Route53Resolver::FirewallRuleGroupAssociation': resolver(
    'rslvr-frgassoc',
    'firewall-rule-group-association',
  ),
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': resolver('rqlc', 'resolver-query-log-config'),
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', arn: 'arn:{p}:cloudwatch:{r}:{a}:alarm:{name}' },
  'AWS::AccessAnalyzer::Analyzer': {
    name: 'AnalyzerName',
    arn: 'arn:{p}:access-analyzer:{r}:{a}:analyzer/{name}',
    ref: 'arn',
  },
  'AWS::GuardDuty::Detector': {
    id: (hash) => hash.slice(0, 32),
    arn: 'arn:{p}:guardduty:{r}:{a}:detector/{name}',
    attributes: { Id: 'name' },
  },
  'AWS::GuardDuty::MalwareProtectionPlan': {
    ...assigned('plan'),
    arn: 'arn:{p}:guardduty:{r}:{a}:malware-protection-plan/{name}',
    attributes: { MalwareProtectionPlanId: 'name' },
  },
};
