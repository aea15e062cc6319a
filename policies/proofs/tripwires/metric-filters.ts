import { asText, messageOf } from '../../../lib/model/as-text.ts';
import { readFilterPattern } from '../../detection/filter-pattern.ts';
import type { Pattern } from '../../detection/pattern.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Place } from '../policy/statement.ts';
import { faultsIn, type Row } from '../work/faults.ts';
import type { Made, World } from '../world/world.ts';
import { isGroup, type LogGroup } from './deliver.ts';

/** A metric filter and what it publishes. */
export interface MetricFilter {
  readonly name: string;
  readonly place: Place;
  /** Reasons why it counts nothing, or something else. */
  readonly faults: readonly string[];
  readonly group: LogGroup;
  /** Undefined where it is not understood. */
  readonly pattern?: Pattern;
  readonly metrics: readonly Metric[];
}

/** A metric that a filter publishes, without dimensions. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly unit: string;
  /** Added for each line that matches. */
  readonly value: number;
  /** Published for each minute in which lines come and none matches. @default - nothing */
  readonly otherwise?: number;
}

/** Every metric filter. */
export const metricFilters = (world: World): MetricFilter[] =>
  world.ofType('AWS::Logs::MetricFilter').map((filter) => {
    const { account, region, place } = filter;
    const name = `the filter ${place.logicalId}`;
    const group = { account, region, name: '' };
    try {
      const at = { ...group, name: asText(filter.properties.LogGroupName) };
      return {
        ...{ name, place, group: at, faults: faultsIn(counting(world, filter, at)) },
        pattern: readFilterPattern(asText(filter.properties.FilterPattern ?? '')),
        metrics: transformations(filter).map(metricOf),
      };
    } catch (error) {
      return { name, place, group, faults: [messageOf(error)], metrics: [] };
    }
  });

const transformations = ({ properties: { MetricTransformations: list } }: Made) =>
  [list ?? []].flat().filter(isObject);

const metricOf = ({
  MetricNamespace,
  MetricName,
  MetricValue,
  Unit = 'None',
  DefaultValue,
}: Record<string, unknown>): Metric => ({
  namespace: asText(MetricNamespace),
  name: asText(MetricName),
  unit: asText(Unit),
  value: Number(MetricValue),
  ...(DefaultValue !== undefined && { otherwise: Number(DefaultValue) }),
});

/** Properties of a filter that this evaluator knows. */
const known = ['FilterName', 'FilterPattern', 'LogGroupName', 'MetricTransformations'];

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html */
function counting(world: World, filter: Made, group: LogGroup): Row[] {
  const made = world
    .ofType('AWS::Logs::LogGroup')
    .find(({ account, region, properties }) =>
      isGroup({ account, region, name: asText(properties.LogGroupName) }, group),
    );
  const { LogGroupClass: kind = 'STANDARD' } = made?.properties ?? {};
  const strange = Object.entries(filter.properties).flatMap(([name, value]) =>
    known.includes(name) || value === false || value === undefined ? [] : [`${name} ${asText(value)}`],
  );
  return [
    [made !== undefined, `LogGroupName is ${group.name}, which no template makes in its account and Region`],
    [kind === 'STANDARD', `the class of ${group.name} is ${asText(kind)}, which takes no metric filters`],
    [strange.length === 0, `it has ${strange.join(', ')}, which is not evaluated`],
    [transformations(filter).length > 0, 'MetricTransformations are none'],
    ...transformations(filter).flatMap(({ MetricValue, DefaultValue, Dimensions }): Row[] => [
      [Number.isFinite(Number(MetricValue)), `MetricValue is ${asText(MetricValue)}, expected a number`],
      [
        DefaultValue === undefined || Number(DefaultValue) === 0,
        `DefaultValue is ${asText(DefaultValue)}, and what does not match counts nothing`,
      ],
      [
        [Dimensions ?? []].flat().length === 0,
        'Dimensions scatter what is counted over metrics that no alarm watches',
      ],
    ]),
  ];
}
