import { type Plant, plants, type Short, saidOf, set } from '../../support/planted.ts';

const alarm = 'AWS::CloudWatch::Alarm';
const detection = 'meridian/Detection';
const clockStack = 'meridian/BreachClock';

const rows: Plant[] = [
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
];

test.each(rows.map((row) => [`${row.job}: ${row.planted}`, row] as const))('%s', (_, row) => {
  expect(saidOf(row)).toContainEqual(expect.stringMatching(row.says));
});

test.each<[string, string, Plant['at'], Plant['change']]>([
  [
    'an alarm without a word for silence',
    'alerts-arrive',
    [clockStack, alarm, /WarningFails/],
    set({ TreatMissingData: undefined }),
  ],
])('%s stops nobody', (_, job, at, change) => {
  expect(saidOf({ job, at, change })).toEqual([]);
});
