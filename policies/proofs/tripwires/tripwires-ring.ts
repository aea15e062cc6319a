import { messageOf } from '../../../lib/model/as-text.ts';
import { keep } from '../../../lib/model/keep.ts';
import { allTripwires } from '../../detection/all-tripwires.ts';
import type { Alternative, Pattern } from '../../detection/pattern.ts';
import type { Receiver, Room, Sample, Tripwire } from '../../detection/tripwire.ts';
import { variationsOf } from '../../detection/variations.ts';
import { formatPlace, type Place } from '../policy/statement.ts';
import { withoutFault } from '../work/faults.ts';
import type { Fact } from '../work/job.ts';
import type { World } from '../world/world.ts';
import { alarmListeners } from './alarm-listeners.ts';
import { type Delivery, deliver, trailsOf } from './deliver.ts';
import type { Listener } from './listener.ts';
import { type MetricFilter, metricFilters } from './metric-filters.ts';
import { roomOf } from './room-of.ts';
import { ruleListeners } from './rule-listeners.ts';

interface Ears {
  readonly room: Room;
  readonly listeners: readonly Listener[];
  readonly filters: readonly MetricFilter[];
}

const ears = new WeakMap<World, Ears>();

const earsOf = (world: World): Ears =>
  keep(ears, world, () => {
    const filters = metricFilters(world);
    return {
      room: roomOf(world),
      filters,
      listeners: [...ruleListeners(world), ...alarmListeners(world, filters)],
    };
  });

/** A sample that has to ring, and whom it has to reach. */
interface Asked {
  readonly sample: Sample;
  readonly receiver: Receiver;
}

/** Samples of a tripwire that this world can hear: where it has no trail, the organization's hears the others. */
function samplesOf(world: World, { rings, reaches = 'topic' }: Tripwire): Asked[] {
  const { room } = earsOf(world);
  return rings(room)
    .filter(
      (sample) =>
        sample.sent.by !== 'trail' ||
        trailsOf(world, room).length > 0 ||
        deliver(world, room, sample, true).length > 0,
    )
    .map((sample) => ({ sample, receiver: reaches }));
}

/** At each sample of each tripwire something rings, whatever the fields that do not make it what it is hold. */
export const tripwiresRing = (world: World): Fact[] =>
  allTripwires
    .filter((tripwire) => samplesOf(world, tripwire).length > 0)
    .map((tripwire) => ({
      subject: `something rings at ${tripwire.what}`,
      decide: () => {
        const silent = samplesOf(world, tripwire).flatMap((asked) => silence(world, asked) ?? []);
        const culprits = [...new Set(silent.flatMap(({ at }) => at.map(formatPlace)))];
        return silent.length === 0
          ? { kind: 'proved', because: [tripwire.source] }
          : {
              kind: 'refuted',
              witness: silent.map(({ why }) => why),
              culprits: culprits.length > 0 ? culprits : ['no template makes what rings at it'],
            };
      },
    }));

interface Silence {
  readonly why: string;
  readonly at: readonly Place[];
}

function silence(world: World, { sample, receiver }: Asked): Silence | undefined {
  const { room } = earsOf(world);
  const { what, times = 1 } = sample;
  const deliveries = deliver(world, room, sample, true);
  const told = `${times > 1 ? `${times} times ` : ''}${what}`;
  if (deliveries.length === 0) return { why: `${told}: no log and no bus of the templates takes it`, at: [] };
  const answers = deliveries.map((delivery) => missed(world, delivery, receiver, times));
  const [first] = answers;
  return answers.includes(undefined) || first === undefined
    ? undefined
    : { why: `${told}: ${first.why}`, at: answers.flatMap((answer) => answer?.at ?? []) };
}

/** Reason why a delivery, or a variation of it, rings nothing. */
function missed(world: World, delivery: Delivery, receiver: Receiver, times: number): Silence | undefined {
  const { listeners } = earsOf(world);
  const rings = (one: Delivery): boolean =>
    listeners.some(
      ({ faults, reaches, hears }) =>
        faults.length === 0 && reaches.has(receiver) && hears(one, times).surely,
    );
  if (!rings(delivery)) return whyNot(listeners, delivery, receiver, times);
  if (delivery.to === 'metric') return undefined;
  const hearing = listeners.filter(({ hears }) => hears(delivery, times).matches);
  const patterns = hearing.flatMap((listener) => listener.patterns(delivery));
  const variation = variationsOf(delivery.event, patterns, delivery.decides).find(
    ({ event }) => !rings({ ...delivery, event }),
  );
  return variation === undefined
    ? undefined
    : { why: `nothing rings where ${variation.differs}`, at: hearing.map(({ place }) => place) };
}

function whyNot(
  listeners: readonly Listener[],
  delivery: Delivery,
  receiver: Receiver,
  times: number,
): Silence {
  const near = listeners.flatMap(({ name, place, faults, reaches, hears }) => {
    const { matches, why } = hears(delivery, times);
    if (!matches) return [];
    const reasons = [
      ...faults,
      ...(why === undefined ? [] : [why]),
      ...(reaches.has(receiver) ? [] : [`it reaches no ${receiver}`]),
    ];
    return reasons.map((reason) => ({ why: `${name}: ${reason}`, at: [place] }));
  });
  const [first] = near;
  return first === undefined
    ? { why: `no ${delivery.to === 'bus' ? 'rule' : 'alarm'} hears it`, at: [] }
    : { why: near.map(({ why }) => why).join('; '), at: near.flatMap(({ at }) => at) };
}

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

/** Deliveries of every sample that has to ring. */
const everyDelivery = (world: World): { readonly delivery: Delivery; readonly asked: Asked }[] =>
  allTripwires
    .flatMap((tripwire) => samplesOf(world, tripwire))
    .flatMap((asked) =>
      deliver(world, earsOf(world).room, asked.sample, true).map((delivery) => ({ delivery, asked })),
    );

function unasked(world: World, listener: Listener): string[] {
  const heard = everyDelivery(world).filter(
    ({ delivery, asked }) =>
      listener.reaches.has(asked.receiver) && listener.hears(delivery, asked.sample.times ?? 1).surely,
  );
  if (heard.length === 0) return ['it rings at nothing that a tripwire names: a tripwire nobody requires'];
  const [first] = heard;
  const [pattern] = first?.delivery.to === 'bus' ? listener.patterns(first.delivery) : [];
  return pattern === undefined
    ? []
    : spare(
        pattern,
        heard.map(({ delivery }) => delivery),
      );
}

function uncounted(world: World, { group, pattern }: MetricFilter): string[] {
  const heard = everyDelivery(world).flatMap(({ delivery }) =>
    delivery.to === 'log' &&
    delivery.group.name === group.name &&
    delivery.group.account === group.account &&
    delivery.group.region === group.region &&
    pattern?.matches(delivery.event) === true
      ? [delivery]
      : [],
  );
  if (pattern === undefined || heard.length === 0)
    return ['it matches nothing that a tripwire names: a tripwire nobody requires'];
  return spare(pattern, heard);
}

/** Alternatives of a pattern without which everything that a tripwire names is heard all the same. */
const spare = ({ alternatives }: Pattern, heard: readonly Delivery[]): string[] =>
  alternatives
    .filter((alternative) => !isNeeded(alternative, heard))
    .map(({ written }) => `a tripwire nobody requires: ${written}`);

function isNeeded({ rest }: Alternative, heard: readonly Delivery[]): boolean {
  const without = rest();
  return heard.some((delivery) => delivery.to !== 'metric' && without.matches(delivery.event) !== true);
}

function falseAlarms(world: World, listener: Listener): string[] {
  const { room } = earsOf(world);
  return allTripwires
    .flatMap((tripwire) => tripwire.silent(room).map((sample) => ({ tripwire, sample })))
    .flatMap(({ tripwire, sample }) => {
      try {
        const { what, times = 1 } = sample;
        return deliver(world, room, sample, false).some(
          (delivery) =>
            listener.reaches.has(tripwire.reaches ?? 'topic') && listener.hears(delivery, times).maybe,
        )
          ? [`it rings at a neighbour of ${tripwire.what}: ${times > 1 ? `${times} times ` : ''}${what}`]
          : [];
      } catch (error) {
        return [messageOf(error)];
      }
    });
}
