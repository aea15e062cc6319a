import type { Alternative, Pattern } from '../../detection/pattern.ts';
import { withoutFault } from '../work/faults.ts';
import type { Fact } from '../work/job.ts';
import type { World } from '../world/world.ts';
import { type Delivery, isGroup } from './deliver.ts';
import { askedOf, earsOf, neighboursOf } from './ears.ts';
import type { Listener } from './listener.ts';
import type { Metric, MetricFilter } from './metric-filters.ts';

/** Every rule, filter and alarm can be heard, is asked for by a tripwire, each part of it, and rings at no neighbour. */
export const listenersAreAskedFor = (world: World): Fact[] => {
  const { listeners, filters } = earsOf(world);
  return [
    ...listeners.map((listener) =>
      withoutFault(`${listener.name} rings at what it should`, listener.place, () => [
        ...listener.faults,
        ...(listener.faults.length > 0 ? [] : [...unasked(world, listener), ...falseAlarms(world, listener)]),
      ]),
    ),
    ...filters.map((filter) =>
      withoutFault(`${filter.name} counts what it should`, filter.place, () => [
        ...filter.faults,
        ...(filter.faults.length > 0 ? [] : uncounted(world, filter)),
      ]),
    ),
  ];
};

function unasked(world: World, listener: Listener): string[] {
  const heard = askedOf(world).filter(
    ({ tripwire: { reaches = 'topic' }, delivery, sample: { times = 1 } }) =>
      listener.reaches.has(reaches) && listener.hears(delivery, times).surely,
  );
  const [first] = heard;
  if (first === undefined) return ['it rings at nothing that a tripwire names: a tripwire nobody requires'];
  const [pattern] = first.delivery.to === 'bus' ? listener.patterns(first.delivery) : [];
  return pattern === undefined ? [] : spare(pattern, heard);
}

function uncounted(world: World, filter: MetricFilter): string[] {
  const { pattern } = filter;
  const heard = askedOf(world).filter(
    ({ delivery }) =>
      delivery.to === 'log' && isGroup(delivery.group, filter.group) && pattern?.matches(delivery.event),
  );
  const unwatched = filter.metrics.filter((metric) => !isWatched(world, filter, metric));
  return [
    ...(heard.length === 0
      ? ['it matches nothing that a tripwire names: a tripwire nobody requires']
      : spare(pattern, heard)),
    ...unwatched.map(({ namespace, name }) => `no alarm watches ${name} of ${namespace}`),
  ];
}

const isWatched = (world: World, { group }: MetricFilter, { namespace, name }: Metric): boolean =>
  world
    .ofType('AWS::CloudWatch::Alarm')
    .some(
      ({ account, region, properties: { Namespace, MetricName } }) =>
        account === group.account &&
        region === group.region &&
        Namespace === namespace &&
        MetricName === name,
    );

interface Heard {
  readonly delivery: Delivery;
}

/** Alternatives of a pattern without which everything that a tripwire names is heard all the same. */
const spare = (pattern: Pattern | undefined, heard: readonly Heard[]): string[] =>
  (pattern?.alternatives ?? [])
    .filter((alternative) => !isNeeded(alternative, heard))
    .map(({ written }) => `a tripwire nobody requires: ${written}`);

function isNeeded({ rest }: Alternative, heard: readonly Heard[]): boolean {
  const without = rest();
  return heard.some(({ delivery }) => delivery.to !== 'metric' && without.matches(delivery.event) !== true);
}

const falseAlarms = (world: World, listener: Listener): string[] =>
  neighboursOf(world)
    .filter(
      ({ tripwire: { reaches = 'topic' }, delivery, sample: { times = 1 } }) =>
        listener.reaches.has(reaches) && listener.hears(delivery, times).maybe,
    )
    .map(
      ({ tripwire: { what }, sample: { what: event, times = 1 } }) =>
        `it rings at a neighbour of ${what}: ${times > 1 ? `${times} times ` : ''}${event}`,
    );
