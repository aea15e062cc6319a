import { named, room, type Template } from '../../support/dead-room.ts';
import {
  inDefinition,
  type Plant,
  plants,
  type Short,
  saidOf,
  set,
  variables,
} from '../../support/planted.ts';

const lambda = 'AWS::Lambda::Function';
const network = 'meridian/Network';
const switchStack = 'meridian/KillSwitch';
const clockStack = 'meridian/BreachClock';
const elsewhere = 'somebody-elses';
const containment = 'kill-switch-contains-a-vendor';
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
    [
      'a request of its own',
      inDefinition((of) =>
        set({ Parameters: { request: { target: 'nobody' }, reports: {} } })(of.States.receive),
      ),
      /the state receive makes up its request in Parameters/,
    ],
    [
      'a request of its own behind the branches',
      inDefinition((of) => set({ request: { target: 'nobody' } })(of.States['cut-off'].ResultSelector)),
      /the state cut-off makes up its request in ResultSelector/,
    ],
    ['an end after a minute', inDefinition((of) => set({ TimeoutSeconds: 60 })(of)), /TimeoutSeconds is 60/],
  ),
];

/** The key of the only roster among the assets. */
function rosterKey(): string {
  const [key] =
    [...(room.assets ?? [])].find(([, { json }]) =>
      JSON.stringify(json() ?? '').includes('"vendor":"meridian"'),
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
  expect(saidOf(row)).toContainEqual(expect.stringMatching(row.says));
});

test.each<[string, string, Plant['at'], Plant['change']]>([
  [
    'a sweep twice a day',
    'sweep-ends-sessions',
    ['meridian/Connect', 'AWS::Events::Rule'],
    set({ ScheduleExpression: 'cron(5 2,14 * * ? *)' }),
  ],
  [
    'matters in another order',
    containment,
    [switchStack, lambda],
    variables({ MATTERS: 'm-2be41d,m-7f3a9c' }),
  ],
  [
    'a limit of a year',
    'breach-clock-warns',
    clock,
    inDefinition((of) => set({ TimeoutSeconds: 31_536_000 })(of)),
  ],
])('%s stops nobody', (_, job, at, change) => {
  expect(saidOf({ job, at, change })).toEqual([]);
});
