import { asText } from '../../../lib/model/as-text.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Made, World } from '../world/world.ts';
import { faultsIn, type Row, withoutFault } from './faults.ts';
import type { Fact } from './job.ts';
import { partitionOf } from './roles.ts';

const objectsIn = (value: unknown): Readonly<Record<string, unknown>>[] =>
  [value ?? []].flat().filter(isObject);

/** A metric that is published, as far as an alarm names it: `Name=value` of each dimension, sorted. */
interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly unit: string;
}

/** Metrics of trouble that services publish about what the templates make, with the one dimension that has them. */
const ofServices = [
  {
    type: 'AWS::Lambda::Function',
    namespace: 'AWS/Lambda',
    names: ['Errors', 'Throttles'],
    dimension: 'FunctionName',
    /** @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
  },
  {
    type: 'AWS::StepFunctions::StateMachine',
    namespace: 'AWS/States',
    names: ['ExecutionsAborted', 'ExecutionsFailed', 'ExecutionThrottled', 'ExecutionsTimedOut'],
    dimension: 'StateMachineArn',
    /** @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
  },
] as const;

/** Metrics that an alarm of an account and Region can watch. */
function published(world: World, { account, region }: Made): Metric[] {
  const here = (made: Made): boolean => made.account === account && made.region === region;
  return [
    ...ofServices.flatMap(({ type, namespace, names, dimension }) =>
      world
        .ofType(type)
        .filter(here)
        .flatMap(({ reference }) =>
          names.map((name) => ({
            namespace,
            name,
            dimensions: [`${dimension}=${reference}`],
            unit: 'Count',
          })),
        ),
    ),
    ...world
      .ofType('AWS::Logs::MetricFilter')
      .filter(here)
      .flatMap(({ properties }) => objectsIn(properties.MetricTransformations))
      .map(({ MetricNamespace, MetricName, Dimensions, Unit = 'None' }) => ({
        namespace: asText(MetricNamespace),
        name: asText(MetricName),
        // Its dimensions take their values from each line: no template tells them.
        dimensions: objectsIn(Dimensions).map(({ Key }) => `${asText(Key)}=?`),
        unit: asText(Unit),
      })),
  ];
}

/**
 * Every alarm rings each time that trouble is counted, and rests again, so that it can ring once more.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export const alarmsCanRing = (world: World): Fact[] =>
  world
    .ofType('AWS::CloudWatch::Alarm')
    .map((alarm) =>
      withoutFault(`the alarm ${alarm.place.logicalId} can ring`, alarm.place, () =>
        faultsIn([...counts(world, alarm), ...rings(alarm)]),
      ),
    );

function counts(world: World, alarm: Made): Row[] {
  const { Namespace, MetricName, Dimensions, Unit } = alarm.properties;
  const dimensions = objectsIn(Dimensions)
    .map(({ Name, Value }) => `${asText(Name)}=${asText(Value)}`)
    .sort();
  const named = published(world, alarm).filter(
    ({ namespace, name }) => namespace === Namespace && name === MetricName,
  );
  const same = named.filter((metric) => metric.dimensions.join() === dimensions.join());
  return [
    [
      named.length > 0,
      `nothing that the templates make publishes ${asText(MetricName)} in ${asText(Namespace)}`,
    ],
    [
      named.length === 0 || same.length > 0,
      `Dimensions are ${dimensions.join(', ') || 'none'}, expected ${[...new Set(named.map((metric) => metric.dimensions.join(', ') || 'none'))].join(' or ')}`,
    ],
    [
      Unit === undefined || named.every(({ unit }) => unit === Unit),
      `Unit is ${asText(Unit)}, in which ${asText(MetricName)} is not published`,
    ],
  ];
}

/** Longest that nobody hears of trouble, in seconds. */
const longestPeriod = 3600;

function rings({ properties }: Made): Row[] {
  const {
    Statistic,
    ComparisonOperator,
    Threshold,
    Period,
    EvaluationPeriods,
    DatapointsToAlarm = EvaluationPeriods,
    TreatMissingData = 'missing',
    ActionsEnabled = true,
  } = properties;
  return [
    [Statistic === 'Sum', `Statistic is ${asText(Statistic)}, and what is counted is summed`],
    [
      /^GreaterThan(OrEqualTo)?Threshold$/.test(asText(ComparisonOperator)),
      `ComparisonOperator is ${asText(ComparisonOperator)}: it rings where nothing happens`,
    ],
    [Number(Threshold) > 0, `Threshold is ${asText(Threshold)}: it rings once and for ever`],
    [Number(Period) <= longestPeriod, `Period is ${asText(Period)} s, expected ${longestPeriod} at most`],
    [
      asText(EvaluationPeriods) === '1' && asText(DatapointsToAlarm) === '1',
      `it waits for ${asText(DatapointsToAlarm)} of ${asText(EvaluationPeriods)} periods, expected 1 of 1`,
    ],
    [
      ['missing', 'notBreaching'].includes(asText(TreatMissingData)),
      `TreatMissingData is ${asText(TreatMissingData)}: it never rests, and rings once and for ever`,
    ],
    [ActionsEnabled === true, 'ActionsEnabled is false: nobody hears it'],
    [
      !ofServices.some(({ namespace }) => namespace === properties.Namespace) || Number(Threshold) <= 1,
      `Threshold is ${asText(Threshold)}, and one failure is trouble`,
    ],
    [[properties.AlarmActions ?? []].flat().length > 0, 'AlarmActions are none: nobody hears it'],
  ];
}

/**
 * Every topic takes what alarms and rules send, and hands it on to whoever subscribed.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html
 */
export const topicsHandOn = (world: World): Fact[] =>
  world.ofType('AWS::SNS::Topic').map((topic) =>
    withoutFault(`the topic ${topic.place.logicalId} hands on what it is sent`, topic.place, () =>
      faultsIn([
        [
          topic.properties.FifoTopic !== true,
          'FifoTopic is true: neither alarms nor e-mail know such a topic',
        ],
        [topic.properties.DataProtectionPolicy === undefined, 'DataProtectionPolicy may refuse a message'],
      ]),
    ),
  );

/** Every filter counts each line that it matches, once, and takes nothing away. */
export const filtersCount = (world: World): Fact[] =>
  world.ofType('AWS::Logs::MetricFilter').map((filter) =>
    withoutFault(`the filter ${filter.place.logicalId} counts`, filter.place, () => {
      const {
        MetricTransformations,
        ApplyOnTransformedLogs = false,
        FieldSelectionCriteria,
      } = filter.properties;
      return faultsIn([
        ...objectsIn(MetricTransformations).flatMap(
          ({ MetricValue, DefaultValue = 0, Dimensions }): Row[] => [
            [asText(MetricValue) === '1', `MetricValue is ${asText(MetricValue)}, expected 1 for each line`],
            [
              Number(DefaultValue) === 0,
              `DefaultValue is ${asText(DefaultValue)}, and what does not match counts nothing`,
            ],
            [
              objectsIn(Dimensions).length === 0,
              'Dimensions scatter what is counted over metrics that no alarm watches',
            ],
          ],
        ),
        [ApplyOnTransformedLogs === false, 'ApplyOnTransformedLogs: no template makes a transformer'],
        [
          FieldSelectionCriteria === undefined,
          `FieldSelectionCriteria ${asText(FieldSelectionCriteria)} leaves lines out`,
        ],
      ]);
    }),
  );

/**
 * Every rule about events hears them: it is on, on the bus that services send to, and asks for no other account or
 * Region than its own.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export const rulesHear = (world: World): Fact[] =>
  world.ofType('AWS::Events::Rule').map((rule) =>
    withoutFault(`the rule ${rule.place.logicalId} hears its events`, rule.place, () => {
      const { State = 'ENABLED', EventBusName: bus = 'default', EventPattern, Targets } = rule.properties;
      const pattern = isObject(EventPattern) ? EventPattern : {};
      const own = `arn:${partitionOf(world)}:events:${rule.region}:${rule.account}:event-bus/default`;
      const asks = (field: string, value: string): Row => [
        pattern[field] === undefined || [pattern[field]].flat().includes(value),
        `EventPattern.${field} is ${asText(pattern[field])}, expected ${value}`,
      ];
      return faultsIn([
        [State !== 'DISABLED', 'State is DISABLED'],
        [['default', own].includes(asText(bus)), `EventBusName is ${asText(bus)}, to which no service sends`],
        asks('account', rule.account),
        asks('region', rule.region),
        [objectsIn(Targets).length > 0, 'it has no target'],
        ...objectsIn(Targets).map(
          ({ InputPath }): Row => [
            InputPath === undefined ||
              /^\$(\.(id|time|detail|source|account|region))?$/.test(asText(InputPath)),
            `InputPath is ${asText(InputPath)}, which no event has`,
          ],
        ),
        ...unmatchable(pattern).map((words): Row => [false, words]),
      ]);
    }),
  );

/** Highest severity of a finding. Source: GuardDuty User Guide, "Severity levels of GuardDuty findings". */
const highestSeverity = 10;

/** Parts of a pattern that no event meets: lists of nothing, and severities above the highest. */
function unmatchable(pattern: Readonly<Record<string, unknown>>, path = 'EventPattern'): string[] {
  return Object.entries(pattern).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (isObject(value)) return unmatchable(value, at);
    if (!Array.isArray(value) || value.length === 0)
      return [`${at} is ${asText(value)}, which nothing matches`];
    const least = objectsIn(value).map(({ numeric }) =>
      Array.isArray(numeric) && /^[>]=?$/.test(asText(numeric[0])) ? Number(numeric[1]) : 0,
    );
    return name === 'severity' && least.length === value.length && Math.min(...least) > highestSeverity
      ? [`${at} asks for more than ${highestSeverity}, the highest there is`]
      : [];
  });
}
