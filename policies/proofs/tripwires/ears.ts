import { keep } from '../../../lib/model/keep.ts';
import { allTripwires } from '../../detection/all-tripwires.ts';
import type { Room, Sample, Tripwire } from '../../detection/tripwire.ts';
import type { World } from '../world/world.ts';
import { alarmListeners } from './alarm-listeners.ts';
import { type Delivery, deliver, trailsOf } from './deliver.ts';
import type { Listener } from './listener.ts';
import { type MetricFilter, metricFilters } from './metric-filters.ts';
import { roomOf } from './room-of.ts';
import { ruleListeners } from './rule-listeners.ts';

/** Everything in a world that hears, and the room it hears. */
export interface Ears {
  readonly room: Room;
  readonly listeners: readonly Listener[];
  readonly filters: readonly MetricFilter[];
}

const ears = new WeakMap<World, Ears>();

/** Read once a world. */
export const earsOf = (world: World): Ears =>
  keep(ears, world, () => {
    const filters = metricFilters(world);
    return {
      room: roomOf(world),
      filters,
      listeners: [...ruleListeners(world), ...alarmListeners(world, filters)],
    };
  });

/** Samples of a tripwire that this world can hear: where it has no trail, the organization's hears the others. */
export function samplesOf(world: World, { rings }: Tripwire): readonly Sample[] {
  const { room } = earsOf(world);
  return rings(room).filter(
    (sample) =>
      sample.sent.by !== 'trail' ||
      trailsOf(world, room).length > 0 ||
      deliver(world, room, sample, true).length > 0,
  );
}

/** A sample on its way. */
interface Sent {
  readonly tripwire: Tripwire;
  readonly sample: Sample;
  readonly delivery: Delivery;
}

const asked = new WeakMap<World, readonly Sent[]>();
const neighbours = new WeakMap<World, readonly Sent[]>();

/** Deliveries of every sample that has to ring. */
export const askedOf = (world: World): readonly Sent[] =>
  keep(asked, world, () =>
    allTripwires.flatMap((tripwire) => sent(world, tripwire, samplesOf(world, tripwire), true)),
  );

/** Deliveries of every sample that may ring nothing. */
export const neighboursOf = (world: World): readonly Sent[] =>
  keep(neighbours, world, () =>
    allTripwires.flatMap((tripwire) => sent(world, tripwire, tripwire.silent(earsOf(world).room), false)),
  );

const sent = (world: World, tripwire: Tripwire, samples: readonly Sample[], has: boolean): Sent[] =>
  samples.flatMap((sample) =>
    deliver(world, earsOf(world).room, sample, has).map((delivery) => ({ tripwire, sample, delivery })),
  );
