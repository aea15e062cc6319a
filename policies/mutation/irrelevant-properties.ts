/**
 * Properties whose change weakens nothing, and why. Everything else that a template holds is mutated.
 *
 * A pattern is matched against `<Type> <property path>`, where a list index is `N`; the third entry limits the
 * reason to some operators, the fourth to some values (as JSON).
 */
export const irrelevantProperties: readonly (readonly [RegExp, string, (readonly string[])?, RegExp?])[] = [
  [/ (Description|GroupDescription|BackupPlan\.BackupPlanName|Name)$/, 'text for people'],
  [/ .*\.(Sid|Version|RuleName|PolicyName|SelectionName|Id|Name)$/, 'a label inside the resource'],
  [/^AWS::EC2::ClientVpnAuthorizationRule Description$/, 'text for people'],
  [/ ClientLoginBannerOptions\.BannerText$/, 'the banner’s wording'],
  [/ Tags\.N(\.(Key|Value))?$/, 'tags are mutated as a whole list and by lpo: key, not entry by entry'],
  [/ (Priority|RuleNumber|FirewallRules\.N\.Priority)$/, 'order among rules that do not overlap'],
  [/ FirewallRules\.N\.BlockResponse$/, 'how a refusal is worded'],
  [/ MutationProtection$/, 'guards the console, not the workspace; the SCP denies the change'],
  [/ LoggingConfiguration\.LogFilePrefix$/, 'where in the log bucket'],
  [
    / (LifecycleConfiguration.*|NotificationConfiguration.*)$/,
    'housekeeping; Object Lock decides how long versions are kept',
  ],
  [
    / .*BucketKeyEnabled$/,
    'with bucket keys the encryption context is the bucket; the key policies allow objects only, so reads fail',
  ],
  [/ .*BlockedEncryptionTypes.*$/, 'second lock behind the SSE-C Deny of the bucket policy, which is judged'],
  [
    / ObjectLockConfiguration\.ObjectLockEnabled$/,
    'repeats ObjectLockEnabled of the bucket, which is judged',
  ],
  [
    / (Path|ServiceToken|Code.*|Handler|Runtime|MemorySize|Timeout|Account|Architectures.*)$/,
    'CDK’s provider; its code is an asset',
  ],
  [/ (DnsOptions.*|MaxAggregationInterval|TransportProtocol|VpnPort|IpAddressType.*)$/, 'how, not whether'],
  [/^AWS::EC2::VPC (EnableDnsHostnames|EnableDnsSupport|InstanceTenancy)$/, 'name resolution inside the VPC'],
  [/^AWS::EC2::Subnet (AvailabilityZone|CidrBlock)$/, 'availability; ranges are judged at the VPC'],
  [
    /^AWS::EC2::(Subnet|RouteTable|NetworkAcl|SecurityGroup) VpcId$/,
    'a resource of another VPC leaves this one without, which references show',
  ],
  [/ SamlMetadataDocument$/, 'the provider’s certificate; who signs is a fact of the organization'],
  [/ ServerCertificateArn$/, 'availability: a wrong certificate refuses everybody'],
  [
    /^AWS::Lambda::Function (Environment.*|FunctionName|LoggingConfig.*|Tracing.*)$/,
    'what the code reads and where it logs; the code is an asset, which no template shows',
  ],
  [/ .*(ScheduleExpressionTimezone|StartWindowMinutes|CompletionWindowMinutes)$/, 'when in the day'],
  [/^AWS::Organizations::Policy (Name|Description)$/, 'a label'],
  [/ Content\.ec2_attributes\.exception_message.*$/, 'text for people'],
  [/ (ServiceName|SubnetIds)$/, 'an endpoint without it is not created', ['drop']],
  [/^AWS::IAM::(ManagedPolicy|Policy) Roles(\.N)?$/, 'the role loses the grant', ['drop', 'retarget']],
  [
    / AdvancedEventSelectors\.N\.FieldSelectors\.N(\.Equals(\.N)?)?$/,
    'without the field more is logged; without its value CloudTrail refuses the selector',
    ['drop'],
    /VpceAccessDenied/,
  ],
  [/ LogDestinationType$/, 'CloudWatch Logs is the default', ['drop']],
  [
    / SecurityGroupEgress\.N\.(IpProtocol|FromPort|ToPort|Description)$/,
    'the rule to 255.255.255.255/32 matches nothing',
  ],
  [/ (MapPublicIpOnLaunch|AssignIpv6AddressOnCreation)$/, 'false is the default', ['drop']],
  [/ RoleName$/, 'policies exempt the role by its name; under another one they bind it', ['drop']],
  [
    / Content\.ec2_attributes\.instance_metadata_defaults\.(http_endpoint|instance_metadata_tags).*$/,
    'no preference either way',
  ],
  [/ CopyActions\.N\.Lifecycle$/, 'without a lifecycle the copy is kept for ever', ['drop']],
  [/ StartsWith(\.N)?$/, 'without a prefix CloudTrail refuses the selector', ['drop']],
  [/^AWS::EC2::SecurityGroup(Ingress|Egress) GroupId$/, 'CloudFormation refuses the rule', ['drop']],
  [
    / (DeliverLogsPermissionArn|TagSpecifications\.N\.ResourceType)$/,
    'the resource is refused without it',
    ['drop'],
  ],
  [/ FirewallRules\.N$/, 'fewer names are answered; the last rule is judged', ['drop'], /"Action":"ALLOW"/],
  [/^AWS::IAM::Role (ManagedPolicyArns|Policies)(\.N)?$/, 'the role loses the grant', ['drop']],
  [
    / (BackupPlanTags\.lpo:zone|Tags)$/,
    'a label that nothing is decided by',
    ['drop'],
    /lpo:zone|^"[a-z]+"$/,
  ],
  [/ MaxSessionDuration$/, 'one hour is the default', ['drop']],
  [/ Domains\.N$/, 'one name less is answered', ['drop']],
  [/^AWS::Organizations::Policy Tags$/, 'a guardrail is found by its target'],
  [/ AdvancedEventSelectors\.N\.FieldSelectors\.N$/, 'more events are logged', ['drop'], /resources\.ARN/],
  [
    / ObjectLockConfiguration$/,
    'repeats ObjectLockEnabled, which is judged',
    ['drop'],
    /^\{"ObjectLockEnabled":"Enabled"\}$/,
  ],
  [/ MultiRegion$/, 'false is the default', ['drop']],
  [/ AuthorizeAllGroups$/, 'false is the default', ['drop']],
  [
    / AccessGroupId$/,
    'which group is meant is a fact of the identity provider',
    ['another-account', 'retarget'],
  ],
  [
    /^AWS::EC2::NetworkAclEntry Egress$/,
    'the same two subnets and ports; stateful security groups decide who begins',
    ['flip'],
  ],
  [/ (SubnetIds|AvailabilityZones)\.N$/, 'availability', ['drop']],
  [
    / TrailName$/,
    'the archive takes deliveries of the named trail only: without its name the deployment fails',
  ],
  [
    /^AWS::(AccessAnalyzer|CloudWatch|Events|Lambda|Logs)::\w+ Tags$/,
    'a label that nothing is decided by',
    ['drop'],
  ],
  [
    /^AWS::Events::Rule Targets\.N\.InputTransformer\.(InputTemplate|InputPathsMap\..*)$/,
    'what the message says',
    ['drop', 'another-account', 'name-a-client'],
  ],
  [
    /^AWS::Events::Rule EventPattern(\.detail)?\.(source|detail-type|eventSource|eventName|detail|severity|scanResultDetails.*)$/,
    'without the field more rings',
    ['drop'],
  ],
  [
    /^AWS::CloudWatch::Alarm (AlarmName|AlarmDescription|TreatMissingData|Tags)$/,
    'a label; without data it neither rings nor rests',
    ['drop', 'name-a-client'],
  ],
  [
    /^AWS::Logs::MetricFilter (FilterName|MetricTransformations\.N\.(DefaultValue|Unit))$/,
    'a label; a default of nothing counted',
  ],
  [/^AWS::AccessAnalyzer::Analyzer (AnalyzerName|AnalyzerConfiguration.*)$/, '90 days unused is the default'],
  [/^AWS::StepFunctions::StateMachine Tags$/, 'a label that nothing is decided by', ['drop']],
  [/^AWS::Events::Rule Targets\.N\.InputTransformer\.InputPathsMap$/, 'the message says less', ['drop']],
  [/ RecoveryPointSelection\.SelectionWindowDays$/, '30 days are the default', ['drop']],
  [/ ManagedPolicyName$/, 'roles name their boundary by it: the deployment fails', ['drop'], /-boundary"$/],
  [/^AWS::Backup::RestoreTestingPlan (UpdateReplacePolicy|DeletionPolicy)$/, 'a plan holds nothing'],
  [/ RecoveryPointSelection\.RecoveryPointTypes\.N$/, 'without a type AWS refuses the plan', ['drop']],
];
