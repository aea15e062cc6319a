import { edited, named, refusals, type Template, work } from '../../support/dead-room.ts';
import { type Plant, plants, type Short, saidOf, set } from '../../support/planted.ts';

const job = 'tripwires-ring';
const alarm = 'AWS::CloudWatch::Alarm';
const filter = 'AWS::Logs::MetricFilter';
const rule = 'AWS::Events::Rule';
const detection = 'meridian/Detection';
const clockStack = 'meridian/BreachClock';

const pattern = (edit: (before: string) => string) => (of: Template) => {
  const after = edit(of.FilterPattern);
  expect(after).not.toBe(of.FilterPattern);
  of.FilterPattern = after;
};
const and = (clause: string) =>
  pattern((before) => before.replace(/^\{ (.*) \}$/, `{ ($1) && (${clause}) }`));
const counted = (values: Template) => (of: Template) => set(values)(of.MetricTransformations[0]);
const inPattern = (values: Template) => (of: Template) => set(values)(of.EventPattern);
const inDetail = (values: Template) => (of: Template) => set(values)(of.EventPattern.detail);
const inTarget = (values: Template) => (of: Template) => set(values)(of.Targets[0]);
const alternatives = (edit: (branches: Template[]) => void) => (of: Template) => edit(of.EventPattern.$or);
const selector =
  (name: string, edit: (fields: Template[]) => void) =>
  ({ AdvancedEventSelectors: selectors }: Template) =>
    edit(selectors.find(({ Name }: Template) => Name === name).FieldSelectors);

const filters: Plant[] = [
  ...plants(
    job,
    [detection, filter, /root-use/],
    [
      'a clause that never holds',
      and('$.eventName = "Nothing"'),
      /use of root: iam:CreateLoginProfile: no alarm hears it; the alarm Logsrootuse\w+ would, but for \$\.eventName = "Nothing"/,
    ],
    [
      'an operator turned round',
      pattern((before) => before.replace('type = "Root"', 'type != "Root"')),
      /use of root: iam:CreateLoginProfile: no alarm/,
    ],
    [
      '"or" for "and"',
      pattern((before) => before.replaceAll('&&', '||')),
      /rings at a neighbour of use of root/,
    ],
    [
      'the exception for services lost',
      pattern((before) => before.replace(' && ($.eventType != "AwsServiceEvent")', '')),
      /rings at a neighbour of use of root: kms:RotateKey/,
    ],
    [
      'a session of the console alone',
      and('$.eventType = "AwsConsoleSignIn"'),
      /use of root: iam:CreateLoginProfile: no alarm/,
    ],
    ['one Region', and('$.awsRegion = "eu-west-2"'), /use of root: iam:CreateLoginProfile: no alarm/],
    ['another log group', set({ LogGroupName: '/lpo/meridian/connect' }), /use of root.*no alarm hears it/],
    [
      'a log group of nobody',
      set({ LogGroupName: '/lpo/x' }),
      /LogGroupName is \/lpo\/x, which no template makes/,
    ],
    ['a metric for each value', counted({ Dimensions: [{ Key: 'x', Value: '$.x' }] }), /Dimensions scatter/],
    ['each line counts nothing', counted({ MetricValue: '0' }), /its Sum is 0, expected at least 1/],
    ['each line counts a field', counted({ MetricValue: '$.x' }), /MetricValue is \$\.x, expected a number/],
    ['other lines are taken away', counted({ DefaultValue: -5 }), /DefaultValue is -5/],
    ['another metric', counted({ MetricName: 'x' }), /use of root.*no alarm hears it/],
    ['a metric that no alarm watches', counted({ MetricName: 'x' }), /no alarm watches x of lpo\/meridian/],
    ['nothing counted', set({ MetricTransformations: [] }), /MetricTransformations are none/],
    [
      'lines of another Region',
      set({ FieldSelectionCriteria: '@aws.region IN ["us-east-1"]' }),
      /FieldSelectionCriteria .* not evaluated/,
    ],
    [
      'lines that somebody changed first',
      set({ ApplyOnTransformedLogs: true }),
      /ApplyOnTransformedLogs true/,
    ],
    ['a form nobody evaluates', set({ FilterPattern: '[ip, user, ...]' }), /has "\[ip.*expected \{/],
    ['a regular expression', and('$.eventName = %Create.*%'), /has "%Create/],
  ),
  ...plants(
    job,
    [detection, filter, /endpoint-denial/],
    ['callers by one tool', and('$.userAgent = "aws-cli/2.31.0"'), /nothing rings where userAgent absent/],
    [
      'callers but one',
      and('$.userIdentity.accountId != "999999999998"'),
      /nothing rings where userIdentity.accountId absent/,
    ],
    ['whoever comes without a thing', and('$.sharedEventID NOT EXISTS'), /nothing rings where sharedEventID/],
    [
      'one service',
      and('$.eventSource = "s3.amazonaws.com"'),
      /nothing rings where eventSource|kms:Decrypt.*: no alarm/,
    ],
    [
      'any refusal',
      set({ FilterPattern: '{ $.errorCode = "*AccessDenied" }' }),
      /rings at a neighbour of a call that an endpoint refused/,
    ],
    ['every line', set({ FilterPattern: '' }), /rings at a neighbour/],
  ),
  ...plants(
    job,
    [detection, filter, /saml-provider-change/],
    [
      '"and" for "or"',
      pattern((before) => before.replaceAll('||', '&&')),
      /a changed SAML provider: iam:CreateSAMLProvider: no alarm/,
    ],
    [
      'one name lost',
      pattern((before) => before.replace('($.eventName = "DeleteSAMLProvider")', '($.eventName = "x")')),
      /iam:DeleteSAMLProvider: no alarm.*|a tripwire nobody requires: \$\.eventName = "x"/,
    ],
    [
      'one name more',
      pattern((before) => before.replace(' }', ' || ($.eventName = "ListRoles") }')),
      /a tripwire nobody requires: \$\.eventName = "ListRoles"/,
    ],
  ),
  ...plants(
    job,
    [detection, filter, /mass-refusal/],
    [
      'half of it',
      pattern((before) => before.replace('*UnauthorizedOperation', 'x')),
      /ec2:DescribeVpcs refused with Client.UnauthorizedOperation/,
    ],
    ['one call', and('$.eventName = "ListBuckets"'), /nothing rings where eventName absent/],
  ),
  ...plants(
    job,
    [detection, filter, /suspension-lifted/],
    [
      'one kind of suspension',
      pattern((before) => before.replace('suspended/*', 'suspended/person/*')),
      /s3:DeleteObject of suspended\/vendor\/run.*no alarm/,
    ],
    [
      'every deletion',
      pattern(() => '{ $.eventName = "DeleteObject" }'),
      /rings at a neighbour of a lifted suspension/,
    ],
  ),
  ...plants(
    job,
    [detection, filter, /dns-block/],
    [
      'what is allowed',
      pattern((before) => before.replace('BLOCK', 'ALLOW')),
      /10000 times a name that a device asks for/,
    ],
  ),
  ...plants(
    job,
    [detection, filter, /vpn-across-a-wall/],
    [
      'a code that nobody writes',
      pattern((before) => before.replace('WALL', 'WALLS')),
      /a VPN connection across a wall.*no alarm/,
    ],
    [
      'people whose records ended',
      pattern((before) => before.replace('WALL', 'LAPSED')),
      /a neighbour of a VPN connection across a wall: a connection: LAPSED/,
    ],
  ),
];

const alarms: Plant[] = [
  ...plants(
    job,
    [detection, alarm, /root-use/],
    ['a threshold of a million', set({ Threshold: 1_000_000 }), /its Sum is 1, expected at least 1000000/],
    ['no threshold that can be read', set({ Threshold: 'many' }), /Threshold is many/],
    ['a negative threshold', set({ Threshold: -1 }), /while other things are logged it is in ALARM/],
    [
      'more than once',
      set({ ComparisonOperator: 'GreaterThanThreshold' }),
      /its Sum is 1, expected more than 1/,
    ],
    ['on average', set({ Statistic: 'Average' }), /its Average is 0\.\d+, expected at least 1/],
    ['the least', set({ Statistic: 'Minimum' }), /its Minimum is/],
    [
      'how often it was published',
      set({ Statistic: 'SampleCount' }),
      /while other things are logged it is in ALARM/,
    ],
    ['a percentile', set({ Statistic: undefined, ExtendedStatistic: 'p99' }), /Statistic is undefined/],
    ['a day', set({ Period: 86_400 }), /Period is 86400 s, expected 3600 at most/],
    ['a period of nobody', set({ Period: undefined }), /Period is undefined/],
    ['twice in a row', set({ EvaluationPeriods: 2 }), /in 2 of 2 periods/],
    ['three of two', set({ EvaluationPeriods: 2, DatapointsToAlarm: 3 }), /it waits for 3 of 2 periods/],
    ['another unit', set({ Unit: 'Bytes' }), /Unit is Bytes, in which no filter publishes root-use/],
    [
      'a dimension',
      set({ Dimensions: [{ Name: 'x', Value: 'y' }] }),
      /Dimensions are x=y, and its filter publishes none/,
    ],
    [
      'silence counts as trouble',
      set({ TreatMissingData: 'breaching' }),
      /TreatMissingData is breaching.*once and for ever/,
    ],
    ['the other way round', set({ ComparisonOperator: 'LessThanThreshold' }), /expected less than 1/],
    ['another metric', set({ MetricName: 'x' }), /use of root.*no alarm hears it/],
    ['another namespace', set({ Namespace: 'lpo/x' }), /use of root.*no alarm hears it/],
    ['actions off', set({ ActionsEnabled: false }), /ActionsEnabled is false: nobody hears it/],
    ['no action', set({ AlarmActions: [] }), /AlarmActions are none: nobody hears it/],
    [
      'a topic elsewhere',
      set({ AlarmActions: ['arn:aws:sns:eu-west-2:999999999999:x'] }),
      /its action is arn:aws:sns:eu-west-2:999999999999:x/,
    ],
    ['arithmetic nobody evaluates', set({ Metrics: [] }), /it has Metrics, which is not evaluated/],
  ),
  ...plants(
    job,
    [detection, alarm, /mass-download/],
    ['at the first document', set({ Threshold: 1 }), /rings at a neighbour of mass download: 50 times/],
    ['at more than anybody reads', set({ Threshold: 1001 }), /its Sum is 1000, expected at least 1001/],
    ['within a minute', set({ Period: 60 }), /its Sum is 200, expected at least 1000/],
  ),
  ...plants(
    job,
    [detection, alarm, /mass-refusal/],
    ['at the first refusal', set({ Threshold: 1 }), /rings at a neighbour of many refused calls: 2 times/],
  ),
  ...plants(
    job,
    [detection, alarm, /dns-block/],
    [
      'at the first refused name',
      set({ Threshold: 1 }),
      /a neighbour of many names that the DNS firewall refused: 499 times/,
    ],
  ),
  ...[
    ...[clockStack, 'meridian/Connect'].flatMap((stack) => [
      [stack, /Errors; a deadline|ConnectFails/] as const,
    ]),
    ['meridian/Connect', /SweepFails/] as const,
  ].flatMap(([stack, which]) =>
    plants(
      job,
      [stack, alarm, which],
      ...(
        [
          ['a unit of another kind', { Unit: 'Bytes' }, /Unit is Bytes, in which Errors is not published/],
          ['the least of what is counted', { Statistic: 'Minimum' }, /its Minimum is 0/],
          [
            'a namespace of nobody',
            { Namespace: 'AWS/Other' },
            /a function that fails: 1 errors.*no alarm hears it/,
          ],
          ['another metric', { MetricName: 'Throttles' }, /1 errors.*no alarm hears it/],
          [
            'another function',
            { Dimensions: [{ Name: 'FunctionName', Value: 'x' }] },
            /1 errors.*no alarm hears it/,
          ],
          [
            'one version of it',
            {
              Dimensions: [
                { Name: 'FunctionName', Value: 'x' },
                { Name: 'Resource', Value: 'x:1' },
              ],
            },
            /1 errors.*no alarm hears it/,
          ],
          ['many failures', { Threshold: 10 }, /its Sum is 1, expected at least 10/],
          ['the other way round', { ComparisonOperator: 'LessThanThreshold' }, /expected less than 1/],
          [
            'silence keeps it ringing',
            { TreatMissingData: 'ignore' },
            /TreatMissingData is ignore: .*once and for ever/,
          ],
          ['two of one period', { DatapointsToAlarm: 2 }, /it waits for 2 of 1 periods/],
          ['a week', { Period: 604_800 }, /Period is 604800/],
        ] as const
      ).map(([what, change, says]): Short => [what, set(change), says]),
    ),
  ),
  ...plants(
    job,
    [clockStack, alarm, /ExecutionsTimedOut/],
    [
      'another machine',
      set({ Dimensions: [{ Name: 'StateMachineArn', Value: 'x' }] }),
      /a breach clock that stops: 1 of ExecutionsTimedOut/,
    ],
    [
      'another end of it',
      set({ MetricName: 'ExecutionsFailed' }),
      /a breach clock that stops: 1 of ExecutionsTimedOut/,
    ],
    ['throttled starts', set({ MetricName: 'ExecutionThrottled' }), /a tripwire nobody requires/],
  ),
];

const rules: Plant[] = [
  ...plants(
    job,
    [detection, rule, /key-disabled/],
    [
      'one Region',
      inPattern({ region: ['us-east-1'] }),
      /a disabled key: kms:DisableKey: no rule hears it; the rule Eventskeydisabled\w+ would, but for region/,
    ],
    ['another account', inPattern({ account: ['999999999999'] }), /a disabled key.*no rule hears it/],
    ['another service', inPattern({ source: ['aws.s3'] }), /a disabled key.*no rule hears it/],
    [
      'one person',
      inDetail({ userIdentity: { userName: ['x'] } }),
      /a disabled key: kms:DisableKey: no rule hears it/,
    ],
    [
      'people of roles',
      inDetail({ userIdentity: { type: ['AssumedRole'] } }),
      /nothing rings where detail.userIdentity.type absent/,
    ],
    [
      'from one network',
      inDetail({ sourceIPAddress: [{ cidr: '198.51.100.0/24' }] }),
      /nothing rings where detail.sourceIPAddress absent/,
    ],
    [
      'what was allowed',
      inDetail({ errorCode: [{ exists: false }] }),
      /nothing rings where detail.errorCode/,
    ],
    [
      'everybody but one',
      inDetail({ userAgent: [{ 'anything-but': 'evil' }] }),
      /nothing rings where detail.userAgent absent/,
    ],
    [
      'either of two things that may be otherwise',
      inPattern({
        $or: [
          { detail: { userAgent: [{ prefix: 'aws' }] } },
          { detail: { sourceIPAddress: [{ prefix: '198' }] } },
        ],
      }),
      /nothing rings where detail.userAgent absent, detail.sourceIPAddress absent/,
    ],
    [
      'one call less',
      (of) => of.EventPattern.detail.eventName.shift(),
      /a disabled key: kms:DisableKey: no rule hears it/,
    ],
    [
      'one call more',
      (of) => of.EventPattern.detail.eventName.push('TagResources'),
      /a tripwire nobody requires: detail.eventName TagResources/,
    ],
    [
      'every call of the service',
      inDetail({ eventName: undefined }),
      /rings at a neighbour of a changed key policy: kms:TagResource/,
    ],
    [
      'calls by exclusion',
      inDetail({ eventName: [{ 'anything-but': ['DisableKey'] }] }),
      /rings at a neighbour|a disabled key: kms:DisableKey: no rule/,
    ],
    ['every event', set({ EventPattern: { source: [{ prefix: 'aws.' }] } }), /rings at a neighbour/],
    [
      'an operator of nobody',
      inDetail({ eventName: [{ regex: '.*' }] }),
      /which EventBridge does not document/,
    ],
    ['no list', inDetail({ eventName: 'DisableKey' }), /expected a list or an object/],
    ['one of none', inDetail({ eventName: [] }), /eventName is \[\], which nothing matches/],
    ['no rule at all', set({ EventPattern: undefined }), /a disabled key.*no rule hears it/],
    ['a rule that is off', set({ State: 'DISABLED' }), /State is DISABLED/],
    ['a bus that nobody sends to', set({ EventBusName: 'x' }), /EventBusName is x/],
    ['nobody', set({ Targets: [] }), /it has no target/],
    [
      'a topic elsewhere',
      inTarget({ Arn: 'arn:aws:sns:eu-west-2:999999999999:x' }),
      /its target is arn:aws:sns:eu-west-2:999999999999:x/,
    ],
    [
      'a log group alone',
      inTarget({ Arn: 'arn:aws:logs:eu-west-2:200000000001:log-group:/lpo/meridian/restores' }),
      /it reaches no topic/,
    ],
    [
      'dead letters elsewhere',
      inTarget({ DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-2:999999999999:x' } }),
      /its dead letters go to arn:aws:sqs:eu-west-2:999999999999:x/,
    ],
    [
      'one try',
      inTarget({ RetryPolicy: { MaximumRetryAttempts: 0 } }),
      /a target has RetryPolicy, which is not evaluated/,
    ],
    ['a part no event has', inTarget({ InputPath: '$.x' }), /InputPath is \$\.x/],
  ),
  ...plants(
    job,
    [detection, rule, /lpo-meridian-threat/],
    [
      'above the highest severity',
      inDetail({ severity: [{ numeric: ['>=', 11] }] }),
      /a threat: GuardDuty Finding 4: no rule/,
    ],
    [
      'grave ones alone',
      inDetail({ severity: [{ numeric: ['>=', 7] }] }),
      /a threat: GuardDuty Finding 4: no rule/,
    ],
    ['one severity', inDetail({ severity: [4] }), /a threat: GuardDuty Finding 5.5: no rule/],
    [
      'noise too',
      inDetail({ severity: undefined, schemaVersion: ['2.0'] }),
      /rings at a neighbour of a threat|nothing rings where/,
    ],
    [
      'one sort of threat',
      inDetail({ type: [{ prefix: 'Exfiltration' }] }),
      /nothing rings where detail.type absent/,
    ],
  ),
  ...plants(
    job,
    [detection, rule, /lpo-meridian-malware/],
    [
      'what was found alone',
      inDetail({ scanResultDetails: { scanResultStatus: ['THREATS_FOUND'] } }),
      /malware.*"UNSUPPORTED": no rule/,
    ],
    [
      'what is clean',
      inDetail({ scanResultDetails: { scanResultStatus: [{ exists: true }] } }),
      /rings at a neighbour of malware/,
    ],
  ),
  ...plants(
    job,
    [detection, rule, /shared-outside/],
    [
      'one kind of resource',
      inPattern({ detail: { resourceType: ['AWS::S3::Bucket'] } }),
      /nothing rings where detail.resourceType/,
    ],
    [
      'one of two findings',
      inPattern({ 'detail-type': ['Access Analyzer Finding'] }),
      /something rings at access nobody uses/,
    ],
  ),
  ...plants(
    job,
    [detection, rule, /restore-record|Restores, restore tests/],
    [
      'restores that failed',
      inPattern({ detail: { status: ['FAILED'] } }),
      /a restore, for the record.*"PENDING": no rule/,
    ],
    ['a record that is off', set({ State: 'DISABLED' }), /a restore, for the record.*State is DISABLED/],
  ),
  ...plants(
    job,
    [detection, rule, /A restore or restore test began/],
    [
      'expired copies',
      alternatives(([, jobs]) => set({ state: ['ABORTED', 'FAILED'] })(jobs?.detail)),
      /"EXPIRED": no rule/,
    ],
    [
      'copies',
      alternatives(([, jobs]) => set({ 'detail-type': ['Backup Job State Change'] })(jobs as Template)),
      /Copy Job State Change "ABORTED": the rule RestoreRecord\w+: it reaches no topic/,
    ],
    [
      'restores',
      alternatives(([restores]) => set({ status: ['FAILED'] })((restores as Template).detail)),
      /Restore Job State Change "RUNNING": the rule RestoreRecord\w+: it reaches no topic/,
    ],
    [
      'what nobody asks for',
      alternatives((branches) => branches.push({ 'detail-type': ['Recovery Point State Change'] })),
      /a tripwire nobody requires: \$or/,
    ],
  ),
];

const logs: Plant[] = [
  ...plants(
    job,
    ['meridian/Audit', 'AWS::CloudTrail::Trail'],
    ['a trail that stands still', set({ IsLogging: false }), /use of root: .*no log and no bus/],
    ['one Region', set({ IsMultiRegionTrail: false }), /a changed SAML provider.*no log and no bus/],
    [
      'no global events',
      set({ IncludeGlobalServiceEvents: false }),
      /use of the break-glass role.*no log and no bus/,
    ],
    [
      'another log group',
      set({ CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-2:200000000001:log-group:/x:*' }),
      /use of root.*no alarm hears it/,
    ],
    ['basic selectors', set({ AdvancedEventSelectors: undefined }), /basic selectors are not evaluated/],
    [
      'the objects of one matter left out',
      selector('objects', (fields) =>
        set({ NotStartsWith: ['arn:aws:s3:::lpo-meridian-m-7f3a9c'] })(fields[2] as Template),
      ),
      /mass download: 1000 times s3:GetObject of work\/a.pdf in lpo-meridian-m-7f3a9c.*no log and no bus/,
    ],
    [
      'reads left out',
      selector('objects', (fields) => fields.push({ Field: 'readOnly', Equals: ['false'] })),
      /mass download.*no log and no bus/,
    ],
    [
      'writes left out',
      selector('objects', (fields) => fields.push({ Field: 'readOnly', Equals: ['true'] })),
      /a lifted suspension.*no log and no bus/,
    ],
    [
      'calls to IAM left out',
      selector('management', (fields) =>
        fields.push({ Field: 'eventSource', NotEquals: ['iam.amazonaws.com'] }),
      ),
      /a changed role or policy.*no log and no bus/,
    ],
    [
      'a field of nobody',
      selector('management', (fields) => fields.push({ Field: 'mood', Equals: ['good'] })),
      /asks for the field mood/,
    ],
  ),
  ...plants(
    job,
    ['meridian/Audit', 'AWS::Logs::LogGroup', /trail/],
    [
      'a class without metric filters',
      set({ LogGroupClass: 'INFREQUENT_ACCESS' }),
      /the class of \/lpo\/meridian\/trail is INFREQUENT_ACCESS/,
    ],
    [
      'another name',
      set({ LogGroupName: '/lpo/meridian/other' }),
      /LogGroupName is \/lpo\/meridian\/trail, which no template makes/,
    ],
  ),
  ...plants(
    job,
    ['meridian/Connect', 'AWS::Lambda::Function', /AWSClientVPN/],
    [
      'another log group',
      set({ LoggingConfig: { LogGroup: '/lpo/meridian/sweep' } }),
      /a VPN connection across a wall.*no alarm/,
    ],
    [
      'lines wrapped',
      set({ LoggingConfig: { LogGroup: '/lpo/meridian/connect', LogFormat: 'JSON' } }),
      /a VPN connection across a wall.*no log and no bus/,
    ],
  ),
  ...plants(
    job,
    ['meridian/Network', 'AWS::Route53Resolver::ResolverQueryLoggingConfig'],
    [
      'another log group',
      set({ DestinationArn: 'arn:aws:logs:eu-west-2:200000000001:log-group:/lpo/meridian/vpc-flow' }),
      /many names that the DNS firewall refused.*no alarm/,
    ],
  ),
];

const weaknesses = [...filters, ...alarms, ...rules, ...logs];

test.each(weaknesses.map((row) => [`${row.planted} (${row.at.join(' ')})`, row] as const))('%s', (_, row) => {
  expect(saidOf(row)).toContainEqual(expect.stringMatching(row.says));
});

const harmless: Plant[] = [
  ...plants(
    job,
    [detection, filter, /root-use/],
    [
      'clauses in another order',
      pattern(
        () =>
          '{ $.eventType != "AwsServiceEvent" && $.userIdentity.invokedBy NOT EXISTS && $.userIdentity.type = Root }',
      ),
      /-/,
    ],
    ['more parentheses and blanks', pattern((before) => before.replace(/^\{(.*)\}$/, '{ ((($1)))   }')), /-/],
    ['without a default', counted({ DefaultValue: undefined }), /-/],
    ['each match counts two', counted({ MetricValue: '2' }), /-/],
  ),
  ...plants(
    job,
    [detection, filter, /endpoint-denial/],
    ['any refusal of an endpoint', pattern(() => '{ $.errorCode = "Vpce*" }'), /-/],
    ['with the sort of event', and('$.eventCategory = "NetworkActivity"'), /-/],
    ['this account alone', and('$.recipientAccountId = "200000000001"'), /-/],
  ),
  ...plants(
    job,
    [detection, filter, /saml-provider-change/],
    [
      'names by their end',
      pattern(() => '{ $.eventName = "*SAMLProvider" && $.eventName != "*agSAMLProvider" }'),
      /-/,
    ],
  ),
  ...plants(
    job,
    [detection, alarm, /root-use/],
    ['more than none', set({ ComparisonOperator: 'GreaterThanThreshold', Threshold: 0 }), /-/],
    ['the highest', set({ Statistic: 'Maximum' }), /-/],
    ['within a minute', set({ Period: 60 }), /-/],
    ['one of three', set({ EvaluationPeriods: 3, DatapointsToAlarm: 1 }), /-/],
    ['no word for silence', set({ TreatMissingData: undefined }), /-/],
    ['texts for numbers', set({ Threshold: '1', Period: '300', EvaluationPeriods: '1' }), /-/],
    ['the unit that filters publish in', set({ Unit: 'None' }), /-/],
  ),
  ...plants(
    job,
    [clockStack, alarm, /Errors; a deadline/],
    ['no word for silence', set({ TreatMissingData: undefined }), /-/],
    ['the unit of the service', set({ Unit: 'Count' }), /-/],
  ),
  ...plants(
    job,
    [detection, rule, /key-disabled/],
    [
      'fields in another order',
      inPattern({ source: undefined, 'detail-type': ['AWS API Call via CloudTrail'] }),
      /-/,
    ],
    ['this account and Region', inPattern({ account: ['200000000001'], region: [{ prefix: 'eu-' }] }), /-/],
    [
      'the default bus by its ARN',
      set({ EventBusName: 'arn:aws:events:eu-west-2:200000000001:event-bus/default' }),
      /-/,
    ],
    ['with the calls of reading', set({ State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' }), /-/],
  ),
  ...plants(
    job,
    [detection, rule, /lpo-meridian-threat/],
    ['a little wider', inDetail({ severity: [{ numeric: ['>', 2, '<=', 10] }] }), /-/],
  ),
  ...plants(
    job,
    [detection, rule, /lpo-meridian-malware/],
    [
      'any name but that of the clean',
      inDetail({ scanResultDetails: { scanResultStatus: [{ 'anything-but': { prefix: 'NO_' } }] } }),
      /-/,
    ],
  ),
  ...plants(
    job,
    [detection, rule, /lpo-meridian-key-policy-change/],
    ['whatever the case', inDetail({ eventSource: [{ 'equals-ignore-case': 'KMS.amazonaws.com' }] }), /-/],
  ),
];

test.each(harmless.map((row) => [`${row.planted} (${row.at.join(' ')})`, row] as const))(
  '%s stops nothing',
  (_, row) => {
    expect(saidOf(row)).toEqual([]);
  },
);

/** The room without a resource. */
const without = (stack: string, type: string, which: RegExp) =>
  edited(stack, (resources) => {
    const [id] = named(resources, type, (of, logicalId) => which.test(`${logicalId} ${JSON.stringify(of)}`));
    delete resources[id];
  });

const statements = work.filter(({ id }) => id === job);

test.each<[string, string, RegExp, RegExp]>([
  [detection, rule, /key-disabled/, /something rings at a disabled key: .*no rule hears it/],
  [detection, filter, /root-use/, /something rings at use of root: .*no alarm hears it/],
  [detection, alarm, /root-use/, /something rings at use of root: .*no alarm hears it/],
  [clockStack, alarm, /Errors; a deadline/, /1 errors of lpo-meridian-breach-clock: no alarm hears it/],
  [clockStack, alarm, /ExecutionsAborted/, /1 of ExecutionsAborted of .*: no alarm hears it/],
  ['meridian/Connect', alarm, /ConnectFails/, /1 errors of AWSClientVPN-lpo-meridian: no alarm hears it/],
  ['meridian/Connect', alarm, /SweepFails/, /1 errors of lpo-meridian-sweep: no alarm hears it/],
])('%s without a %s of %s', (stack, type, which, says) => {
  expect(refusals(without(stack, type, which), statements)).toContainEqual(expect.stringMatching(says));
});

test('two rules, each of which looks at something that may be otherwise, leave a gap between them', () => {
  const narrowed =
    (more: Template) =>
    ({ Properties: before }: Template): Template => ({
      Type: rule,
      Properties: {
        ...before,
        EventPattern: { ...before.EventPattern, detail: { ...before.EventPattern.detail, ...more } },
      },
    });
  const assembly = edited(detection, (resources) => {
    const [id, whole] = named(resources, rule, (of) => /key-disabled/.test(JSON.stringify(of)));
    resources[id] = narrowed({ userAgent: [{ exists: true }] })(whole);
    resources.Other = narrowed({ userAgent: [{ exists: false }], sourceIPAddress: [{ prefix: '198.' }] })(
      whole,
    );
  });
  expect(refusals(assembly, statements)).toContainEqual(
    expect.stringMatching(/nothing rings where detail.userAgent absent, detail.sourceIPAddress absent/),
  );
});

test('two rules that hear all of it together stop nothing', () => {
  const assembly = edited(detection, (resources) => {
    const [id, whole] = named(resources, rule, (of) => /key-disabled/.test(JSON.stringify(of)));
    const { detail, ...others } = whole.Properties.EventPattern;
    const heard = (...eventName: string[]) => ({
      Type: rule,
      Properties: { ...whole.Properties, EventPattern: { ...others, detail: { ...detail, eventName } } },
    });
    const [first, ...rest] = detail.eventName;
    resources[id] = heard(first);
    resources.Other = heard(...rest);
  });
  expect(refusals(assembly, statements)).toEqual([]);
});

test('where the organization has the trail, what only a trail hears is its business', () => {
  const assembly = edited('meridian/Audit', (resources) => {
    const [trail] = named(resources, 'AWS::CloudTrail::Trail', () => true);
    delete resources[trail];
  });
  const stacks = assembly.stacks.map((stack) => {
    if (stack.id !== detection) return stack;
    const template = structuredClone(stack.template);
    for (const [id, { Type, Properties }] of Object.entries(template.Resources as Template))
      if ([filter, alarm].includes(Type) && !/vpn|dns/.test(JSON.stringify(Properties)))
        delete (template.Resources as Template)[id];
    return { ...stack, template };
  });
  expect(refusals({ ...assembly, stacks }, statements)).toEqual([]);
});
