import { edited, named, room, type Template } from '../../support/dead-room.ts';
import { heardBy } from '../../support/heard-by.ts';
import { set, variables } from '../../support/planted.ts';

/** A change of one resource, of the first of its type whose logical id or properties say `which`. */
interface Plant {
  readonly at: readonly [stack: string, type: string, which?: RegExp];
  readonly change: (properties: Template) => void;
  /** Words of the finding. */
  readonly says: RegExp;
  /** The check or statement that hears of it. @default - the closed lists */
  readonly by?: string;
}

const lists = 'LPO-GOV-01/only-properties-the-judge-knows';
const matter = 'meridian/Matter-m-7f3a9c';
const fn = (stack: string, which?: RegExp): Plant['at'] => [stack, 'AWS::Lambda::Function', which ?? /./];
const clock: Plant['at'] = ['meridian/BreachClock', 'AWS::CloudWatch::Alarm'];
const rootUse = (type: string): Plant['at'] => ['meridian/Detection', type, /root-use/];
const disabled: Plant['at'] = ['meridian/Detection', 'AWS::Events::Rule', /key-disabled/];
const trail: Plant['at'] = ['meridian/Audit', 'AWS::CloudTrail::Trail'];
const allowed: Plant['at'] = ['meridian/Network', 'AWS::Route53Resolver::FirewallDomainList', /kms/];
const rules: Plant['at'] = ['meridian/Network', 'AWS::Route53Resolver::FirewallRuleGroup'];
const documents: Plant['at'] = [matter, 'AWS::S3::Bucket', /^DocumentsBucket/];
const archived = (purpose: string): Plant['at'] => [
  'meridian/LogArchive',
  'AWS::S3::Bucket',
  new RegExp(`"BucketName":"lpo-meridian-${purpose}-`),
];
const vpn: Plant['at'] = ['meridian/Vpn', 'AWS::EC2::ClientVpnEndpoint'];
const alias: Plant['at'] = [matter, 'AWS::KMS::Alias', /^DocumentsKeyAlias/];
const elsewhere = 'arn:aws:s3:::somebody-elses';
const inRule =
  (index: number, more: Template) =>
  (of: Template): void =>
    set(more)(of.FirewallRules[index]);
const expiring = (more: Template) => (of: Template) => {
  of.LifecycleConfiguration.Rules.push({ Id: 'x', Status: 'Enabled', ...more });
};

/** By the kinds of weakness that passed before there were lists. */
const kinds: Readonly<Record<string, Readonly<Record<string, Plant>>>> = {
  'functions are disarmed': {
    'a function that is never run': {
      at: fn('meridian/KillSwitch'),
      change: set({ ReservedConcurrentExecutions: 0 }),
      says: /^ReservedConcurrentExecutions: 0/,
    },
    'a second to act': { at: fn('meridian/KillSwitch'), change: set({ Timeout: 1 }), says: /^Timeout: 1/ },
    'a handler that does nothing': {
      at: fn('meridian/KillSwitch'),
      change: set({ Handler: 'index.noop' }),
      says: /^Handler: index.noop/,
    },
    'code in the template': {
      at: fn('meridian/Network'),
      change: set({ Code: { ZipFile: 'exports.handler = 1' } }),
      says: /^Code.ZipFile/,
    },
    'code from a bucket elsewhere': {
      at: fn('meridian/Network'),
      change: (of) => set({ S3Bucket: 'somebody-elses' })(of.Code),
      says: /^Code.S3Bucket: somebody-elses/,
    },
    'code that nobody published': {
      at: fn('meridian/Network'),
      change: (of) => set({ S3Key: `${'0'.repeat(64)}.zip` })(of.Code),
      says: /^Code.S3Key: 0+.zip/,
    },
    'a layer': {
      at: fn('meridian/Connect', /Sweep/),
      change: set({ Layers: ['arn:aws:lambda:eu-west-2:999999999999:layer:x:1'] }),
      says: /^Layers/,
    },
    'a preload in a function that is given nothing': {
      at: fn('meridian/Network'),
      change: set({ Environment: { Variables: { NODE_OPTIONS: '--require /opt/x.js' } } }),
      says: /^Environment/,
    },
    'a preload in one that is given something': {
      at: fn('meridian/KillSwitch'),
      change: variables({ NODE_OPTIONS: '--require /opt/x.js' }),
      says: /given NODE_OPTIONS, which no job knows/,
      by: 'kill-switch-contains-a-vendor',
    },
    'a policy that freezes nothing': {
      at: fn('meridian/KillSwitch'),
      change: variables({ QUARANTINE_POLICY: 'FullAWSAccess' }),
      says: /QUARANTINE_POLICY is FullAWSAccess/,
      by: 'kill-switch-contains-a-vendor',
    },
  },
  'aliases lead elsewhere': {
    'to the privileged key': {
      at: alias,
      change: set({ TargetKeyId: { 'Fn::GetAtt': [privilegedKey(), 'Arn'] } }),
      says: /m-7f3a9c/,
      by: 'kill-switch-contains-a-vendor',
    },
    'to a key of nobody': {
      at: alias,
      change: set({
        TargetKeyId: 'arn:aws:kms:eu-west-2:200000000001:key/00000000-0000-4000-8000-000000000000',
      }),
      says: /^TargetKeyId/,
    },
    'by another name': {
      at: alias,
      change: set({ AliasName: 'alias/lpo/meridian/m-7f3a9c-old' }),
      says: /m-7f3a9c/,
      by: 'kill-switch-contains-a-vendor',
    },
  },
  'alarms never ring': {
    'an event pattern for one Region': {
      at: disabled,
      change: (of) => set({ region: ['us-east-1'] })(of.EventPattern),
      says: /the rule \w+ would, but for region/,
      by: 'tripwires-ring',
    },
    'a queue of another account for what a rule missed': {
      at: disabled,
      change: (of) =>
        set({ DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-2:999999999999:x' } })(of.Targets[0]),
      says: /^Targets.0.DeadLetterConfig/,
    },
    'a rule on another bus': { at: disabled, change: set({ EventBusName: 'other' }), says: /^EventBusName/ },
    'a filter that counts under a dimension': {
      at: rootUse('AWS::Logs::MetricFilter'),
      change: (of) => set({ Dimensions: [{ Key: 'who', Value: '$.x' }] })(of.MetricTransformations[0]),
      says: /^MetricTransformations.0.Dimensions/,
    },
    'a filter that counts nothing': {
      at: rootUse('AWS::Logs::MetricFilter'),
      change: (of) => set({ MetricValue: '0' })(of.MetricTransformations[0]),
      says: /its Sum is 0, expected at least 1/,
      by: 'tripwires-ring',
    },
    'an alarm in another unit': {
      at: rootUse('AWS::CloudWatch::Alarm'),
      change: set({ Unit: 'Bytes' }),
      says: /^Unit: Bytes/,
    },
    'an alarm on a dimension that its filter has not': {
      at: rootUse('AWS::CloudWatch::Alarm'),
      change: set({ Dimensions: [{ Name: 'who', Value: 'x' }] }),
      says: /^Dimensions/,
    },
    'an alarm on a million failures': {
      at: ['meridian/Connect', 'AWS::CloudWatch::Alarm', /"Errors"/],
      change: set({ Threshold: 1_000_000 }),
      says: /its Sum is 1, expected at least 1000000/,
      by: 'tripwires-ring',
    },
    'an alarm after four hours': {
      at: clock,
      change: set({ EvaluationPeriods: 48 }),
      says: /in 48 of 48 periods/,
      by: 'tripwires-ring',
    },
    'an alarm on an average': {
      at: clock,
      change: set({ Statistic: 'Average' }),
      says: /its Average is 0\.2, expected at least 1/,
      by: 'tripwires-ring',
    },
    'an analyzer that archives what it finds': {
      at: ['meridian/Detection', 'AWS::AccessAnalyzer::Analyzer'],
      change: set({ ArchiveRules: [{ RuleName: 'all', Filter: [{ Property: 'status', Eq: ['ACTIVE'] }] }] }),
      says: /^ArchiveRules/,
    },
    'a log group without metric filters': {
      at: ['meridian/Audit', 'AWS::Logs::LogGroup'],
      change: set({ LogGroupClass: 'INFREQUENT_ACCESS' }),
      says: /^LogGroupClass: INFREQUENT_ACCESS/,
    },
    'a thin flow log': {
      at: ['meridian/Network', 'AWS::EC2::FlowLog'],
      change: set({ LogFormat: '$'.concat('{srcaddr}') }),
      says: /^LogFormat/,
    },
    'a trail that leaves one bucket out': {
      at: trail,
      change: (of) =>
        of.AdvancedEventSelectors[1].FieldSelectors.push({
          Field: 'resources.ARN',
          NotStartsWith: [elsewhere],
        }),
      says: /^AdvancedEventSelectors.1.FieldSelectors.3.NotStartsWith/,
    },
    'a trail about another vendor': {
      at: trail,
      change: (of) =>
        set({ StartsWith: ['arn:aws:s3:::lpo-luzon-'] })(of.AdvancedEventSelectors[1].FieldSelectors[2]),
      says: /^AdvancedEventSelectors: not every event of AWS::S3::Object/,
      by: 'LPO-LOG-01/trail-complete',
    },
    'a trail announced elsewhere': { at: trail, change: set({ SnsTopicName: 'x' }), says: /^SnsTopicName/ },
    'a topic with a subscriber': {
      at: ['meridian/Alerts', 'AWS::SNS::Topic'],
      change: set({ Subscription: [{ Protocol: 'email', Endpoint: 'x@example.com' }] }),
      says: /^Subscription/,
    },
  },
  'the network has side doors': {
    'one more name': {
      at: allowed,
      change: (of) => of.Domains.push('drop.example.com'),
      says: /an answer for drop.example.com/,
      by: 'LPO-NET-02/dns-answers-its-endpoints',
    },
    'a wildcard of AWS': {
      at: allowed,
      change: (of) => of.Domains.push('*.amazonaws.com'),
      says: /an answer for \*.amazonaws.com/,
      by: 'LPO-NET-02/dns-answers-its-endpoints',
    },
    'names from a file': {
      at: allowed,
      change: set({ DomainFileUrl: 's3://somebody-elses/names.txt' }),
      says: /^DomainFileUrl/,
    },
    'a block of one type of query': {
      at: rules,
      change: inRule(1, { Qtype: 'TXT' }),
      says: /^FirewallRules.1.Qtype/,
    },
    'a block that answers with a name': {
      at: rules,
      change: inRule(1, { BlockResponse: 'OVERRIDE', BlockOverrideDomain: 'drop.example.com' }),
      says: /^FirewallRules.1.BlockOverrideDomain/,
    },
    'trust in redirections': {
      at: rules,
      change: inRule(0, { FirewallDomainRedirectionAction: 'TRUST_REDIRECTION_DOMAIN' }),
      says: /^FirewallRules.0.FirewallDomainRedirectionAction/,
    },
    'a service of somebody else': {
      at: ['meridian/Network', 'AWS::EC2::VPCEndpoint', /sts/],
      change: set({ ServiceName: 'com.amazonaws.vpce.eu-west-2.vpce-svc-0123456789abcdef0' }),
      says: /^ServiceName/,
      by: 'LPO-NET-02/endpoint-serves-a-listed-service',
    },
    'a service in another Region': {
      at: ['meridian/Network', 'AWS::EC2::VPCEndpoint', /sts/],
      change: set({ ServiceRegion: 'us-east-1' }),
      says: /^ServiceRegion/,
    },
    'a group that no roster names': {
      at: ['meridian/Vpn', 'AWS::EC2::ClientVpnAuthorizationRule'],
      change: set({ AccessGroupId: 'ffffffff-0000-4000-8000-000000000001' }),
      says: /the group ffffffff-\S+ is authorized, and no roster names it/,
      by: 'vpn-serves-named-groups',
    },
    'the certificate of the server for devices': {
      at: vpn,
      change: (of) =>
        set({ ClientRootCertificateChainArn: of.ServerCertificateArn })(
          of.AuthenticationOptions[0].MutualAuthentication,
        ),
      says: /^AuthenticationOptions.0.MutualAuthentication.ClientRootCertificateChainArn/,
      by: 'LPO-NET-01/vpn-as-the-vendor-file-says',
    },
    'a certificate of another account': {
      at: vpn,
      change: set({ ServerCertificateArn: 'arn:aws:acm:eu-west-2:999999999999:certificate/x' }),
      says: /^ServerCertificateArn/,
      by: 'LPO-NET-01/vpn-as-the-vendor-file-says',
    },
  },
  'documents leave by a feature of their bucket': {
    'an inventory elsewhere': {
      at: documents,
      change: set({ InventoryConfigurations: [{ Id: 'x', Destination: { BucketArn: elsewhere } }] }),
      says: /^InventoryConfigurations/,
    },
    'analytics elsewhere': {
      at: documents,
      change: set({ AnalyticsConfigurations: [{ Id: 'x' }] }),
      says: /^AnalyticsConfigurations/,
    },
    'notices to a queue': {
      at: documents,
      change: (of) => set({ QueueConfigurations: [{ Event: 's3:*' }] })(of.NotificationConfiguration),
      says: /^NotificationConfiguration.QueueConfigurations/,
    },
    'tables of metadata': {
      at: documents,
      change: set({ MetadataTableConfiguration: { S3TablesDestination: { TableBucketArn: elsewhere } } }),
      says: /^MetadataTableConfiguration/,
    },
    'a copy elsewhere': {
      at: documents,
      change: set({ ReplicationConfiguration: { Rules: [{ Destination: { Bucket: elsewhere } }] } }),
      says: /^ReplicationConfiguration/,
    },
    'documents that end after a day': {
      at: documents,
      change: expiring({ ExpirationInDays: 1 }),
      says: /^LifecycleConfiguration.Rules.2.ExpirationInDays/,
    },
    'documents that end this year': {
      at: documents,
      change: expiring({ ExpirationDate: '2026-12-31T00:00:00Z' }),
      says: /somebody is assigned until/,
      by: 'reviewer-works-on-documents',
    },
    'documents that are moved': {
      at: documents,
      change: expiring({ Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }] }),
      says: /^LifecycleConfiguration.Rules.2.Transitions/,
    },
    'evidence that ends': {
      at: archived('evidence'),
      change: expiring({ ExpirationInDays: 2557 }),
      says: /^LifecycleConfiguration.Rules.1.ExpirationInDays/,
    },
    'a trail that ends before its lock': {
      at: archived('trail'),
      change: expiring({ ExpirationInDays: 365 }),
      says: /^LifecycleConfiguration.Rules.2.ExpirationInDays/,
    },
    'access logs that end in a week': {
      at: archived('access'),
      change: expiring({ ExpirationInDays: 7 }),
      says: /^LifecycleConfiguration.Rules.2.ExpirationInDays/,
    },
  },
  'backups leave something out': {
    'all but the bucket': {
      at: [matter, 'AWS::Backup::BackupSelection'],
      change: (of) => set({ NotResources: of.BackupSelection.Resources })(of.BackupSelection),
      says: /^BackupSelection.NotResources/,
    },
    'on a condition': {
      at: [matter, 'AWS::Backup::BackupSelection'],
      change: (of) => set({ Conditions: {} })(of.BackupSelection),
      says: /^BackupSelection.Conditions/,
    },
    'for a month at most': {
      at: ['meridian/Backup', 'AWS::Backup::BackupVault'],
      change: (of) => set({ MaxRetentionDays: 31 })(of.LockConfiguration),
      says: /^LockConfiguration.MaxRetentionDays: 31/,
    },
    'no test of one vault': {
      at: ['meridian/Backup', 'AWS::Backup::RestoreTestingPlan'],
      change: (of) => set({ ExcludeVaults: ['*'] })(of.RecoveryPointSelection),
      says: /^RecoveryPointSelection.ExcludeVaults/,
    },
    'in cold storage': {
      at: [matter, 'AWS::Backup::BackupPlan'],
      change: (of) => set({ MoveToColdStorageAfterDays: 1 })(of.BackupPlan.BackupPlanRule[0].Lifecycle),
      says: /^BackupPlan.BackupPlanRule.0.Lifecycle.MoveToColdStorageAfterDays/,
    },
    'notices of recovery points': {
      at: ['meridian/Backup', 'AWS::Backup::BackupVault'],
      change: set({ Notifications: { SNSTopicArn: 'arn:aws:sns:eu-west-2:999999999999:x' } }),
      says: /^Notifications/,
    },
  },
};

describe.each(Object.entries(kinds))('%s', (_kind, plants) => {
  test.each(Object.entries(plants))(
    '%s',
    (_name, { at: [stack, type, which = /./], change, says, by = lists }) => {
      const planted = edited(stack, (resources) => {
        const [, resource] = named(resources, type, (properties, id) =>
          which.test(`${id} ${JSON.stringify(properties)}`),
        );
        change(resource.Properties);
      });
      expect(heardBy(by, room)).toEqual([]);
      expect(heardBy(by, planted).join('\n')).toMatch(new RegExp(says, 'm'));
    },
  );
});

function privilegedKey(): string {
  const resources = room.stacks.find(({ id }) => id === matter)?.template.Resources ?? {};
  const [key] = named(resources, 'AWS::KMS::Key', (_, id) => id.startsWith('PrivilegedKey'));
  return key;
}
