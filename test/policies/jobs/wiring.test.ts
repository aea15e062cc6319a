import { edited, named, refusals, room, type Template, work } from '../../support/dead-room.ts';

const lambda = 'AWS::Lambda::Function';
const alarm = 'AWS::CloudWatch::Alarm';
const matter = 'meridian/Matter-m-7f3a9c';
const network = 'meridian/Network';
const vpn = 'meridian/Vpn';
const detection = 'meridian/Detection';
const switchStack = 'meridian/KillSwitch';
const clockStack = 'meridian/BreachClock';

/** A change of one resource: of the first of its type whose logical id or properties say `which`. */
interface Plant {
  readonly planted: string;
  readonly job: string;
  readonly at: readonly [stack: string, type: string, which?: RegExp];
  readonly change: (properties: Template) => void;
  /** Words of the refusal, the culprit among them. */
  readonly says: RegExp;
}

const planted = ({ at: [stack, type, which = /./], change }: Plant) =>
  edited(stack, (resources) => {
    const [, resource] = named(resources, type, (properties, logicalId) =>
      which.test(`${logicalId} ${JSON.stringify(properties)}`),
    );
    change(resource.Properties);
  });

/** Sets properties; undefined takes one away. */
const set =
  (properties: Template) =>
  (of: Template): void => {
    Object.assign(of, properties);
    for (const [name, value] of Object.entries(properties)) if (value === undefined) delete of[name];
  };

const variables = (values: Template) => (of: Template) => set(values)(of.Environment.Variables);

const inDefinition = (edit: (definition: Template) => void) => (of: Template) => {
  const definition = JSON.parse(of.DefinitionString);
  edit(definition);
  of.DefinitionString = JSON.stringify(definition);
};

type Short = readonly [planted: string, change: (properties: Template) => void, says: RegExp];

const plants = (job: string, at: Plant['at'], ...rows: readonly Short[]): Plant[] =>
  rows.map(([what, change, says]) => ({ planted: what, job, at, change, says }));

const elsewhere = 'somebody-elses';
const containment = 'kill-switch-contains-a-vendor';
const reach = 'people-reach-the-endpoints';
const s3Endpoint = [network, 'AWS::EC2::VPCEndpoint', /EndpointsS3/] as const;
const clientVpn = [vpn, 'AWS::EC2::ClientVpnEndpoint'] as const;
const clock = [clockStack, 'AWS::StepFunctions::StateMachine'] as const;

const rows: Plant[] = [
  ...plants(
    containment,
    [switchStack, lambda],
    ...(
      [
        ['VENDOR', 'the vendor meridian'],
        ['VENDOR_ACCOUNT', 'the account 200000000001'],
        ['PARTITION', 'the partition aws'],
        ['MATTERS', 'the matters m-2be41d,m-7f3a9c'],
        ['MATTERS_WITH_PRIVILEGED_ZONE', 'the matters with a privileged zone m-7f3a9c'],
        ['MATTERS_WITH_SECOND_APPROVER', 'the matters with a second approver m-2be41d,m-7f3a9c'],
        ['STATE_BUCKET', 'the bucket lpo-meridian-state-200000000001-eu-west-2'],
        ['EVIDENCE_BUCKET', 'the bucket lpo-meridian-evidence-100000000003-eu-west-2'],
        ['TOPIC_ARN', 'the topic arn:aws:sns:eu-west-2:100000000002:lpo-meridian-alerts'],
        ['QUARANTINE_POLICY', 'the staged policy lpo-quarantine'],
        ['CONTAINMENT_ROLE', 'the role arn:aws:iam::200000000001:role/lpo-meridian-containment'],
        ['QUARANTINE_ROLE', 'the role arn:aws:iam::100000000001:role/lpo-meridian-quarantine'],
      ] as const
    ).flatMap(([name, leadsTo]): Short[] => [
      [
        `${name} leads elsewhere`,
        variables({ [name]: elsewhere }),
        new RegExp(`${name} is ${elsewhere}, expected ${leadsTo}`),
      ],
      [
        `${name} is gone`,
        variables({ [name]: undefined }),
        new RegExp(`given no ${name}, expected ${leadsTo}`),
      ],
    ]),
    [
      'a name that no job knows',
      variables({ NODE_OPTIONS: '--require ./x' }),
      /given NODE_OPTIONS, which no job knows/,
    ],
    [
      'the handler is not exported',
      set({ Handler: 'index.main' }),
      /Handler is index.main, and the file exports no main/,
    ],
    [
      'the file is not there',
      set({ Handler: 'main.handler' }),
      /the asset [0-9a-f]{64}.zip has no such file/,
    ],
    [
      'code that nobody publishes',
      (of) => set({ S3Key: `${'f'.repeat(64)}.zip` })(of.Code),
      /which the assembly does not publish/,
    ],
    [
      'code in the template',
      set({ Code: { ZipFile: 'exports.handler = 1' } }),
      /which the assembly does not publish/,
    ],
    [
      'another language',
      set({ Runtime: 'python3.13' }),
      /Runtime is python3.13, expected nodejs22.x or nodejs24.x/,
    ],
    ['a language past its end', set({ Runtime: 'nodejs16.x' }), /Runtime is nodejs16.x/],
    ['seconds where it needs a minute', set({ Timeout: 5 }), /Timeout is 5 s, expected 60 to 900/],
    ['the shortest time, for want of one', set({ Timeout: undefined }), /Timeout is 3 s/],
    ['no execution at all', set({ ReservedConcurrentExecutions: 0 }), /Lambda refuses every call/],
    ['no memory', set({ MemorySize: 64 }), /MemorySize is 64 MB, expected 256/],
    ['a processor that there is not', set({ Architectures: ['sparc'] }), /expected x86_64 or arm64/],
    ['an image', set({ PackageType: 'Image' }), /PackageType is Image/],
    [
      'a layer of another account',
      set({ Layers: ['arn:aws:lambda:eu-west-2:999999999999:layer:x:1'] }),
      /Layers is/,
    ],
  ),
  ...plants(
    'connect-handler-decides-who-comes-in',
    ['meridian/Connect', lambda, /FunctionsConnectFunction/],
    [
      'the roster of nobody',
      variables({ ROSTER_KEY: `${'0'.repeat(64)}.json` }),
      /ROSTER_KEY is 0+.json, expected the roster of the vendor/,
    ],
    [
      'another hash',
      variables({ ROSTER_SHA256: '0'.repeat(64) }),
      /ROSTER_SHA256 is 0+, expected the SHA-256 of the roster/,
    ],
    [
      'another bucket of files',
      variables({ ROSTER_BUCKET: elsewhere }),
      /expected the bucket that the function's stack publishes to/,
    ],
    [
      'longer than Client VPN waits',
      set({ Timeout: 60 }),
      /Timeout is 60 s, expected 10 to 30: .*Client VPN waits 30 s/,
    ],
    [
      'the code of the default security group',
      (of) => set({ S3Key: emptiesTheGroup() })(of.Code),
      /nowhere says posture-compliance-statuses: it is the code of something else/,
    ],
  ),
  ...plants(
    'breach-clock-warns',
    [clockStack, lambda],
    [
      'a roster for duties',
      variables({ DUTIES_KEY: rosterKey() }),
      /DUTIES_KEY is .*, expected the duties to notify/,
    ],
    [
      'the topic of the vendor',
      variables({ TOPIC_ARN: 'arn:aws:sns:eu-west-2:200000000001:lpo-meridian-alerts' }),
      /TOPIC_ARN is .*:200000000001:.*, expected the topic .*:100000000002:/,
    ],
  ),
  ...plants(
    'sweep-ends-sessions',
    ['meridian/Connect', 'AWS::Lambda::Permission'],
    [
      'a token of Alexa',
      set({ EventSourceToken: 'x' }),
      /no permission of the function lets the rule call it/,
    ],
    [
      'an organization that no rule shows',
      set({ PrincipalOrgID: 'o-other' }),
      /no permission of the function/,
    ],
  ),
  ...plants(
    'sweep-ends-sessions',
    ['meridian/Connect', 'AWS::Events::Rule'],
    [
      'a day that there is not',
      set({ ScheduleExpression: 'cron(5 0 31 2 ? *)' }),
      /cron\(5 0 31 2 \? \*\), which is not every day/,
    ],
    [
      'an hour that there is not',
      set({ ScheduleExpression: 'cron(5 25 * * ? *)' }),
      /which is not every day/,
    ],
    ['a rate of a year', set({ ScheduleExpression: 'rate(365 days)' }), /which is not every day/],
    [
      'a role that nobody knows',
      (of) => set({ RoleArn: `arn:aws:iam::200000000001:role/${elsewhere}` })(of.Targets[0]),
      /it calls as .*, which no job knows/,
    ],
  ),
  ...plants(
    reach,
    [network, 'AWS::EC2::VPC'],
    ['no resolver', set({ EnableDnsSupport: false }), /EnableDnsSupport of the VPC is off.*NetworkVpc/],
    ['no private names', set({ EnableDnsHostnames: false }), /EnableDnsHostnames of the VPC is off/],
    [
      'no private names, for want of a word',
      set({ EnableDnsHostnames: undefined }),
      /EnableDnsHostnames of the VPC is off/,
    ],
    ['hardware of its own', set({ InstanceTenancy: 'dedicated' }), /in which Client VPN takes no subnet/],
  ),
  ...plants(
    reach,
    s3Endpoint,
    ['no subnet', set({ SubnetIds: [] }), /s3: the endpoint is in no subnet.*EndpointsS3/],
    ['addresses of IPv6', set({ IpAddressType: 'ipv6' }), /s3: IpAddressType is ipv6, and clients have IPv4/],
    ['route tables', set({ RouteTableIds: ['rtb-1'] }), /takes no RouteTableIds/],
    [
      'answers for inbound endpoints alone',
      set({ DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: 'OnlyInboundResolver' } }),
      /is OnlyInboundResolver, expected AllResolvers/,
    ],
    [
      'the default of S3',
      set({ DnsOptions: undefined }),
      /PrivateDnsOnlyForInboundResolverEndpoint is undefined, expected AllResolvers/,
    ],
    ['records of IPv6', (of) => set({ DnsRecordIpType: 'ipv6' })(of.DnsOptions), /DnsRecordIpType is ipv6/],
    [
      'some names only',
      (of) => set({ PrivateDnsPreference: 'SPECIFIED_DOMAINS_ONLY' })(of.DnsOptions),
      /PrivateDnsPreference is SPECIFIED_DOMAINS_ONLY, expected none/,
    ],
  ),
  ...plants(
    reach,
    [network, 'AWS::Route53Resolver::FirewallRuleGroup'],
    [
      'the rule that blocks comes first',
      (of) => set({ Priority: 300 })(of.FirewallRules[0]),
      /the DNS firewall answers s3\..* with BLOCK.*DnsFirewallRules/,
    ],
    ['both rules at once', (of) => set({ Priority: 200 })(of.FirewallRules[0]), /with BLOCK/],
    ['names are allowed for IPv6', (of) => set({ Qtype: 'AAAA' })(of.FirewallRules[0]), /with BLOCK/],
  ),
  ...plants(
    reach,
    clientVpn,
    ['a port of another kind', set({ VpnPort: 22 }), /VpnPort is 22, expected 443 or 1194.*VpnEndpoint/],
    ['a protocol of another kind', set({ TransportProtocol: 'icmp' }), /TransportProtocol is icmp/],
    [
      'a certificate of another Region',
      (of) => set({ ServerCertificateArn: of.ServerCertificateArn.replace('eu-west-2', 'us-east-1') })(of),
      /ServerCertificateArn is .*us-east-1.*, expected a certificate of 200000000001 in eu-west-2/,
    ],
    [
      'a certificate of another account',
      (of) =>
        set({ ServerCertificateArn: of.ServerCertificateArn.replace('200000000001', '999999999999') })(of),
      /ServerCertificateArn is .*999999999999/,
    ],
    [
      'clients in the range of the VPC',
      set({ ClientCidrBlock: '10.20.0.0/22' }),
      /ClientCidrBlock lies in the range of the VPC/,
    ],
    [
      'fewer addresses than AWS takes',
      set({ ClientCidrBlock: '10.120.0.0/24' }),
      /ClientCidrBlock has 256 addresses, expected 1024 to 1048576/,
    ],
    ['hours that AWS does not know', set({ SessionTimeoutHours: 9 }), /SessionTimeoutHours is 9/],
    [
      'a log stream that nobody makes',
      (of) => set({ CloudwatchLogStream: 'x' })(of.ConnectionLogOptions),
      /CloudwatchLogStream is x/,
    ],
    [
      'a banner too long',
      (of) => set({ BannerText: 'x'.repeat(1401) })(of.ClientLoginBannerOptions),
      /more than 1400 bytes/,
    ],
  ),
  ...plants(
    reach,
    [network, 'AWS::EC2::Subnet', /VpnSubnet2/],
    [
      'both subnets in one zone',
      set({ AvailabilityZone: 'eu-west-2a' }),
      /two of its subnets lie in one Availability Zone/,
    ],
    [
      'a zone of another Region',
      set({ AvailabilityZone: 'us-east-1a' }),
      /AvailabilityZone is us-east-1a.*VpnSubnet2/,
    ],
    [
      'a subnet too small',
      set({ CidrBlock: '10.20.0.96/28' }),
      /VpnSubnet2\w+ has 16 addresses, expected 32/,
    ],
    [
      'a subnet on another',
      set({ CidrBlock: '10.20.0.64/27' }),
      /CidrBlock overlaps with NetworkVpcVpnSubnet1/,
    ],
  ),
  ...plants(
    reach,
    [vpn, 'AWS::IAM::SAMLProvider'],
    [
      'no metadata',
      set({ SamlMetadataDocument: 'x' }),
      /no metadata of an identity provider.*VpnIdentityProvider/,
    ],
  ),
  ...plants(
    'backup-copies-documents',
    ['meridian/Backup', 'AWS::Backup::BackupVault'],
    [
      'a vault that keeps longer',
      (of) => set({ MinRetentionDays: 3000 })(of.LockConfiguration),
      /lpo-meridian-primary refuses backups kept for 2192 days: MinRetentionDays is 3000/,
    ],
    [
      'a vault that keeps shorter',
      (of) => set({ MaxRetentionDays: 365 })(of.LockConfiguration),
      /MaxRetentionDays is 365/,
    ],
  ),
  ...plants(
    'backup-copies-documents',
    [matter, 'AWS::Backup::BackupSelection'],
    [
      'all but the bucket',
      (of) => set({ NotResources: ['arn:aws:s3:::*'] })(of.BackupSelection),
      /m-7f3a9c-200000000001-eu-west-2 is backed up: NotResources .* leaves it out/,
    ],
    [
      'a tag it does not have',
      (of) =>
        set({ Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/x', ConditionValue: 'y' }] } })(
          of.BackupSelection,
        ),
      /Conditions of its backup selection/,
    ],
    [
      'another plan',
      set({ BackupPlanId: elsewhere }),
      /BackupPlanId is somebody-elses, which no template makes/,
    ],
  ),
  ...plants(
    'backup-copies-documents',
    [matter, 'AWS::Backup::BackupPlan'],
    ...(
      [
        [
          'a day that there is not',
          { ScheduleExpression: 'cron(0 0 31 2 ? *)' },
          /which does not run every day/,
        ],
        [
          'a time zone that there is not',
          { ScheduleExpressionTimezone: 'Mars/Olympus' },
          /no time zone is called Mars/,
        ],
        ['no time to start', { StartWindowMinutes: 1 }, /StartWindowMinutes is 1, expected 60 at least/],
        [
          'no time to end',
          { CompletionWindowMinutes: 61 },
          /CompletionWindowMinutes is 61, expected 60 more/,
        ],
        [
          'a vault that there is not',
          { TargetBackupVault: elsewhere },
          /TargetBackupVault is somebody-elses, which no template makes/,
        ],
        ['continuous backups', { EnableContinuousBackup: true }, /EnableContinuousBackup keeps 35 days/],
        [
          'less than the vault keeps',
          { Lifecycle: { DeleteAfterDays: 7 } },
          /kept for 7 days: MinRetentionDays is 30/,
        ],
      ] as const
    ).map(
      ([what, change, says]): Short => [what, (of) => set(change)(of.BackupPlan.BackupPlanRule[0]), says],
    ),
  ),
  ...plants(
    'restore-tests-prove-recovery',
    ['meridian/Backup', 'AWS::Backup::RestoreTestingPlan'],
    ...(
      [
        [
          'another vault',
          { IncludeVaults: ['arn:aws:backup:eu-west-2:200000000001:backup-vault:x'] },
          /IncludeVaults is .*, not the vault of its backups/,
        ],
        ['all but the vault', { ExcludeVaults: ['*'] }, /ExcludeVaults leaves out the vault/],
        [
          'points that there are not',
          { RecoveryPointTypes: ['CONTINUOUS'] },
          /and its backups are snapshots/,
        ],
        ['no day to look back', { SelectionWindowDays: 0 }, /SelectionWindowDays is 0, expected 2/],
      ] as const
    ).map(([what, change, says]): Short => [what, (of) => set(change)(of.RecoveryPointSelection), says]),
  ),
  ...plants(
    'restore-tests-prove-recovery',
    [matter, 'AWS::Backup::RestoreTestingSelection'],
    ['a disk', set({ ProtectedResourceType: 'EBS' }), /ProtectedResourceType is EBS/],
    ['another bucket', set({ ProtectedResourceArns: ['arn:aws:s3:::x'] }), /no restore test names it/],
  ),
  ...plants(
    'reviewer-works-on-documents',
    [matter, 'AWS::S3::Bucket'],
    ...(
      [
        [
          'documents go to sleep',
          { Transitions: [{ StorageClass: 'DEEP_ARCHIVE', TransitionInDays: 30 }] },
          /moved to DEEP_ARCHIVE, from which nothing is read at once.*DocumentsBucket/,
        ],
        [
          'older versions go to sleep',
          { NoncurrentVersionTransitions: [{ StorageClass: 'GLACIER', TransitionInDays: 30 }] },
          /moved to GLACIER/,
        ],
        [
          'documents end after a day',
          { ExpirationInDays: 1 },
          /ends current versions after 1 days, and somebody is assigned until 20\d\d-/,
        ],
        [
          'documents end while somebody works',
          { ExpirationDate: '2027-01-01T00:00:00Z' },
          /ends current versions on 2027-01-01/,
        ],
      ] as const
    ).map(
      ([what, rule, says]): Short => [
        what,
        (of) => of.LifecycleConfiguration.Rules.push({ Status: 'Enabled', ...rule }),
        says,
      ],
    ),
  ),
  ...plants(
    containment,
    ['meridian/Connect', 'AWS::S3::Bucket'],
    [
      'suspensions end after a day',
      (of) => of.LifecycleConfiguration.Rules.push({ Status: 'Enabled', ExpirationInDays: 1 }),
      /suspensions in lpo-meridian-state-.* stay: the lifecycle rule .* ends current versions after 1 days/,
    ],
  ),
  ...plants(
    'alerts-arrive',
    [clockStack, alarm, /WarningFails/],
    ...(
      [
        [
          'a unit of another kind',
          { Unit: 'Bytes' },
          /Unit is Bytes, in which Errors is not published.*WarningFails/,
        ],
        ['the least of what is counted', { Statistic: 'Minimum' }, /Statistic is Minimum/],
        ['a namespace of nobody', { Namespace: 'AWS/Other' }, /publishes Errors in AWS\/Other/],
        ['a metric of nobody', { MetricName: 'Mistakes' }, /publishes Mistakes in AWS\/Lambda/],
        [
          'another function',
          { Dimensions: [{ Name: 'FunctionName', Value: 'x' }] },
          /Dimensions are FunctionName=x, expected FunctionName=lpo-meridian-breach-clock/,
        ],
        [
          'the other way round',
          { ComparisonOperator: 'LessThanThreshold' },
          /it rings where nothing happens/,
        ],
        ['silence counts as trouble', { TreatMissingData: 'breaching' }, /rings once and for ever/],
        ['silence keeps it ringing', { TreatMissingData: 'ignore' }, /rings once and for ever/],
        ['two of one period', { DatapointsToAlarm: 2 }, /it waits for 2 of 1 periods/],
        ['no actions', { ActionsEnabled: false }, /ActionsEnabled is false/],
        ['a million failures', { Threshold: 1_000_000 }, /Threshold is 1000000, and one failure is trouble/],
      ] as const
    ).map(([what, change, says]): Short => [what, set(change), says]),
  ),
  ...plants(
    'alerts-arrive',
    [detection, 'AWS::Logs::MetricFilter'],
    [
      'another metric',
      (of) => set({ MetricName: 'x' })(of.MetricTransformations[0]),
      /nothing that the templates make publishes/,
    ],
    [
      'each line counts nothing',
      (of) => set({ MetricValue: '0' })(of.MetricTransformations[0]),
      /MetricValue is 0/,
    ],
    [
      'other lines are taken away',
      (of) => set({ DefaultValue: -5 })(of.MetricTransformations[0]),
      /DefaultValue is -5/,
    ],
    [
      'a metric for each value',
      (of) =>
        set({ DefaultValue: undefined, Dimensions: [{ Key: 'x', Value: '$.x' }] })(
          of.MetricTransformations[0],
        ),
      /Dimensions scatter/,
    ],
    [
      'lines of another Region',
      set({ FieldSelectionCriteria: '@aws.region IN ["us-east-1"]' }),
      /leaves lines out/,
    ],
  ),
  ...plants(
    'alerts-arrive',
    [detection, 'AWS::Events::Rule', /lpo-meridian-threat/],
    ['the rule is off', set({ State: 'DISABLED' }), /hears its events: State is DISABLED.*Eventsthreat/],
    ['a bus that nobody sends to', set({ EventBusName: 'x' }), /EventBusName is x/],
    [
      'another account',
      (of) => set({ account: ['999999999999'] })(of.EventPattern),
      /EventPattern.account is/,
    ],
    ['another Region', (of) => set({ region: ['us-east-1'] })(of.EventPattern), /EventPattern.region is/],
    [
      'above the highest severity',
      (of) => set({ severity: [{ numeric: ['>=', 11] }] })(of.EventPattern.detail),
      /asks for more than 10/,
    ],
    [
      'one of none',
      (of) => set({ severity: [] })(of.EventPattern.detail),
      /severity is \[\], which nothing matches/,
    ],
  ),
  ...plants(
    'alerts-arrive',
    ['meridian/Alerts', 'AWS::SNS::Topic'],
    ['a topic in order', set({ FifoTopic: true }), /FifoTopic is true/],
  ),
  ...plants(
    'breach-clock-warns',
    clock,
    [
      'an end after a minute',
      inDefinition((of) => set({ TimeoutSeconds: 60 })(of)),
      /TimeoutSeconds is 60, and an execution may take 31536000 s.*BreachClockMachine/,
    ],
    ['five minutes', set({ StateMachineType: 'EXPRESS' }), /StateMachineType is EXPRESS/],
    [
      'a state that nothing leads to',
      inDefinition((of) => set({ lonely: { Type: 'Succeed' } })(of.States)),
      /nothing leads to the state lonely/,
    ],
    [
      'a state that there is not',
      inDefinition((of) => set({ Next: 'nowhere' })(of.States.receive)),
      /a state leads to nowhere, which there is not/,
    ],
    [
      'a name that nothing puts in',
      (of) => set({ DefinitionString: of.DefinitionString.replace('lpo-meridian', `\${Name}`) })(of),
      /no text of JSON that the template tells/,
    ],
    [
      'one warning at a time',
      inDefinition((of) => set({ MaxConcurrency: 1 })(of.States['every notice'])),
      /takes 1 at a time: the others wait/,
    ],
    [
      'the first failure ends it',
      inDefinition((of) => set({ Retry: undefined })(of.States.receive)),
      /the state receive gives up at the first failure/,
    ],
    [
      'a second for its function',
      inDefinition((of) => set({ TimeoutSeconds: 1 })(of.States.review)),
      /the state review gives up after 1 s, and its function takes up to 50/,
    ],
    [
      'a heartbeat',
      inDefinition((of) => set({ HeartbeatSeconds: 5 })(of.States.review)),
      /waits for a heartbeat/,
    ],
    [
      'nothing is passed on',
      inDefinition((of) => set({ InputPath: null })(of.States.receive)),
      /the state receive passes on only null/,
    ],
    [
      'it is not told what happened',
      inDefinition((of) => set({ Parameters: { step: 'receive' } })(of.States.receive)),
      /the state receive gives its function undefined for request/,
    ],
    [
      'another log group',
      (of) =>
        set({ LogGroupArn: 'arn:aws:logs:eu-west-2:100000000002:log-group:x:*' })(
          of.LoggingConfiguration.Destinations[0].CloudWatchLogsLogGroup,
        ),
      /its log group is .*, which no template makes there/,
    ],
  ),
  ...plants(
    'incident-commander-initiates-the-kill-switch',
    [switchStack, 'AWS::StepFunctions::StateMachine'],
    [
      'it waits a year',
      inDefinition((of) => {
        of.States.first = { Type: 'Wait', Seconds: 31_536_000, Next: of.StartAt };
        of.StartAt = 'first';
      }),
      /the state first waits, and there is nothing to wait for/,
    ],
    [
      'it forgets what was asked',
      inDefinition((of) => set({ Parameters: { reports: {} } })(of.States.receive)),
      /the state receive passes on no request/,
    ],
    ['an end after a minute', inDefinition((of) => set({ TimeoutSeconds: 60 })(of)), /TimeoutSeconds is 60/],
  ),
];

/** The key of the only roster among the assets. */
function rosterKey(): string {
  const [key] =
    [...(room.documents ?? [])].find(([, document]) =>
      JSON.stringify(document).includes('"vendor":"meridian"'),
    ) ?? [];
  return `${key}`;
}

/** The key of CDK's code for the default security group. */
function emptiesTheGroup(): string {
  const stack = room.stacks.find(({ id }) => id === network);
  const [, resource] = named((stack?.template.Resources ?? {}) as Template, lambda, () => true);
  return resource.Properties.Code.S3Key;
}

test.each(rows.map((row) => [`${row.job}: ${row.planted}`, row] as const))('%s', (_, row) => {
  const statements = work.filter(({ id }) => id === row.job);
  expect(refusals(room, statements)).toEqual([]);
  expect(refusals(planted(row), statements)).toContainEqual(expect.stringMatching(row.says));
});

test.each<[string, string, Plant['at'], (properties: Template) => void]>([
  [
    'backups at hours that are listed',
    'backup-copies-documents',
    [matter, 'AWS::Backup::BackupPlan'],
    (of) => set({ ScheduleExpression: 'cron(0 2,14 * * ? *)' })(of.BackupPlan.BackupPlanRule[0]),
  ],
  [
    'a sweep twice a day',
    'sweep-ends-sessions',
    ['meridian/Connect', 'AWS::Events::Rule'],
    set({ ScheduleExpression: 'cron(5 2,14 * * ? *)' }),
  ],
  [
    'a class that is read at once',
    'reviewer-works-on-documents',
    [matter, 'AWS::S3::Bucket'],
    (of) =>
      of.LifecycleConfiguration.Rules.push({
        Status: 'Enabled',
        Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }],
      }),
  ],
  [
    'a lifecycle that is off',
    'reviewer-works-on-documents',
    [matter, 'AWS::S3::Bucket'],
    (of) => of.LifecycleConfiguration.Rules.push({ Status: 'Disabled', ExpirationInDays: 1 }),
  ],
  [
    'matters in another order',
    containment,
    [switchStack, lambda],
    variables({ MATTERS: 'm-2be41d,m-7f3a9c' }),
  ],
  ['a port of OpenVPN', reach, clientVpn, set({ VpnPort: 1194, TransportProtocol: 'tcp' })],
  ['the resolver by default', reach, [network, 'AWS::EC2::VPC'], set({ EnableDnsSupport: undefined })],
  [
    'a limit of a year',
    'breach-clock-warns',
    clock,
    inDefinition((of) => set({ TimeoutSeconds: 31_536_000 })(of)),
  ],
  [
    'an alarm without a word for silence',
    'alerts-arrive',
    [clockStack, alarm, /WarningFails/],
    set({ TreatMissingData: undefined }),
  ],
])('%s stops nobody', (name, job, at, change) => {
  const statements = work.filter(({ id }) => id === job);
  expect(refusals(planted({ planted: name, job, at, change, says: /./ }), statements)).toEqual([]);
});
