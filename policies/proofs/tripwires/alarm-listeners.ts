import { asText, messageOf } from '../../../lib/model/as-text.ts';
import {
  type AlarmSettings,
  type Minute,
  readAlarm,
  together,
  whySilent,
} from '../../detection/alarm-rings.ts';
import { isObject } from '../../template/template-shape.ts';
import { faultsIn, type Row } from '../work/faults.ts';
import type { Made, World } from '../world/world.ts';
import { type Delivery, isGroup } from './deliver.ts';
import { deaf, type Hearing, isTopicOf, type Listener } from './listener.ts';
import type { Metric, MetricFilter } from './metric-filters.ts';

/** Unit of the metrics that services publish about failures. */
const serviceUnit = 'Count';

/** Minutes in which a sample happens its number of times. */
const spell = 5;

/** Alarms on the metrics of filters and of services. */
export const alarmListeners = (world: World, filters: readonly MetricFilter[]): Listener[] =>
  world.ofType('AWS::CloudWatch::Alarm').map((alarm) => {
    const { place } = alarm;
    const named = { name: `the alarm ${place.logicalId}`, place, reaches: new Set(['topic'] as const) };
    try {
      const settings = readAlarm(alarm.properties);
      const feeding = feeds(alarm, filters);
      return {
        ...named,
        faults: faultsIn(telling(world, alarm, feeding)),
        patterns: (delivery) =>
          delivery.to === 'log'
            ? feeding
                .filter((feed) => isOn(feed, delivery))
                .flatMap(({ filter: { pattern } }) => pattern ?? [])
            : [],
        hears: (delivery, times) =>
          delivery.to === 'metric'
            ? hearsDatum(alarm, settings, delivery)
            : hearsLine(settings, feeding, delivery, times),
      };
    } catch (error) {
      return { ...named, faults: [messageOf(error)], patterns: () => [], hears: () => deaf };
    }
  });

/** A filter and what it publishes to the metric of an alarm. */
interface Feed {
  readonly filter: MetricFilter;
  readonly metric: Metric;
}

const feeds = ({ account, region, properties }: Made, filters: readonly MetricFilter[]): Feed[] =>
  filters
    .filter(({ group }) => group.account === account && group.region === region)
    .flatMap((filter) =>
      filter.metrics
        .filter(({ namespace, name }) => namespace === properties.Namespace && name === properties.MetricName)
        .map((metric) => ({ filter, metric })),
    );

const isOn = ({ filter: { group } }: Feed, delivery: Delivery): boolean =>
  delivery.to === 'log' && isGroup(delivery.group, group);

const dimensionsOf = ({ properties: { Dimensions } }: Made): string[] =>
  [Dimensions ?? []]
    .flat()
    .filter(isObject)
    .map(({ Name, Value }) => `${asText(Name)}=${asText(Value)}`);

/** Properties of an alarm that `readAlarm` or this file evaluates, and those that only describe it. */
const known = [
  ...[
    'ActionsEnabled',
    'AlarmActions',
    'AlarmDescription',
    'AlarmName',
    'ComparisonOperator',
    'DatapointsToAlarm',
  ],
  ...['Dimensions', 'EvaluationPeriods', 'InsufficientDataActions', 'MetricName', 'Namespace', 'OKActions'],
  ...['Period', 'Statistic', 'Tags', 'Threshold', 'TreatMissingData', 'Unit'],
];

function telling(world: World, alarm: Made, feeding: readonly Feed[]): Row[] {
  const { AlarmActions, OKActions, InsufficientDataActions, ActionsEnabled = true, Unit } = alarm.properties;
  const strange = Object.keys(alarm.properties).filter((name) => !known.includes(name));
  const actions = [AlarmActions ?? []].flat();
  const others = [...actions, ...[OKActions ?? []].flat(), ...[InsufficientDataActions ?? []].flat()].filter(
    (action) => !isTopicOf(world, action),
  );
  return [
    [strange.length === 0, `it has ${strange.join(', ')}, which is not evaluated`],
    [asText(ActionsEnabled) === 'true', `ActionsEnabled is ${asText(ActionsEnabled)}: nobody hears it`],
    [actions.length > 0, 'AlarmActions are none: nobody hears it'],
    [
      others.length === 0,
      `its action is ${others.map(asText).join(', ')}, which is no topic of the templates`,
    ],
    [
      feeding.length === 0 || dimensionsOf(alarm).length === 0,
      `Dimensions are ${dimensionsOf(alarm).join(', ')}, and its filter publishes none`,
    ],
    [
      feeding.every(({ metric: { unit } }) => Unit === undefined || Unit === unit),
      `Unit is ${asText(Unit)}, in which no filter publishes ${asText(alarm.properties.MetricName)}`,
    ],
  ];
}

const minute = (value: number, count = 1): Minute => ({
  sum: value * count,
  count,
  least: value,
  most: value,
});

/** A datum that a service publishes within one minute; in others it publishes zeros, or nothing. */
function hearsDatum(
  alarm: Made,
  settings: AlarmSettings,
  delivery: Extract<Delivery, { readonly to: 'metric' }>,
): Hearing {
  const { of, name, value } = delivery;
  const { Namespace, MetricName, Unit = serviceUnit } = alarm.properties;
  const same =
    of.account === alarm.account &&
    of.region === alarm.region &&
    of.namespace === Namespace &&
    name === MetricName &&
    dimensionsOf(alarm).join() === `${of.dimension}=${of.value}`;
  if (!same) return deaf;
  if (Unit !== serviceUnit)
    return { ...deaf, matches: true, why: `Unit is ${asText(Unit)}, in which ${name} is not published` };
  return hearingOf([undefined, minute(0)].map((rest) => whySilent(settings, [minute(value)], rest)));
}

function hearsLine(
  settings: AlarmSettings,
  feeding: readonly Feed[],
  delivery: Delivery,
  times: number,
): Hearing {
  if (delivery.to !== 'log') return deaf;
  const matching = feeding.filter(
    (feed) => isOn(feed, delivery) && feed.filter.pattern?.matches(delivery.event) === true,
  );
  if (matching.length === 0) return deaf;
  const faults = matching.flatMap(({ filter }) => filter.faults.map((fault) => `${filter.name}: ${fault}`));
  if (faults.length > 0) return { ...deaf, matches: true, why: faults.join('; ') };
  const counted = (count: number): Minute | undefined =>
    count === 0 ? undefined : together(matching.map(({ metric: { value } }) => minute(value, count)));
  // While other things are logged, each filter that matches none of them publishes its default.
  const calm = together(
    feeding.flatMap(({ metric: { otherwise } }) => (otherwise === undefined ? [] : [minute(otherwise)])),
  );
  const evenly = Array.from({ length: spell }, (_, at) =>
    counted(Math.floor(((at + 1) * times) / spell) - Math.floor((at * times) / spell)),
  );
  return hearingOf(
    [[counted(times)], evenly].flatMap((burst) =>
      [undefined, calm].map((rest) => whySilent(settings, burst, rest)),
    ),
  );
}

/** From the answers in each way that things may fall. */
function hearingOf(answers: readonly (string | undefined)[]): Hearing {
  const why = answers.find((answer) => answer !== undefined);
  return {
    matches: true,
    surely: why === undefined,
    maybe: answers.includes(undefined),
    ...(why !== undefined && { why }),
  };
}
