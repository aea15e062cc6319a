import { allTripwires } from '../../detection/all-tripwires.ts';
import type { Receiver, Sample } from '../../detection/tripwire.ts';
import { type Variation, variationsOf } from '../../detection/variations.ts';
import { formatPlace, type Place } from '../policy/statement.ts';
import type { Fact } from '../work/job.ts';
import type { World } from '../world/world.ts';
import { type Delivery, deliver } from './deliver.ts';
import { earsOf, samplesOf } from './ears.ts';
import type { Listener } from './listener.ts';

/** At each sample of each tripwire something rings, whatever the fields that do not make it what it is hold. */
export const tripwiresRing = (world: World): Fact[] =>
  allTripwires
    .filter((tripwire) => samplesOf(world, tripwire).length > 0)
    .map((tripwire) => ({
      subject: `something rings at ${tripwire.what}`,
      decide: () => {
        const silent = samplesOf(world, tripwire).flatMap(
          (sample) => silence(world, sample, tripwire.reaches) ?? [],
        );
        const culprits = [...new Set(silent.flatMap(({ at }) => at.map(formatPlace)))];
        return silent.length === 0
          ? { kind: 'proved', because: ['a rule or an alarm hears every sample'] }
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

function silence(world: World, sample: Sample, receiver: Receiver = 'topic'): Silence | undefined {
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
  const { hearing, variations } = heardVariations(listeners, delivery, times);
  const unheard = variations.find(({ event }) => !rings({ ...delivery, event }));
  return unheard === undefined
    ? undefined
    : { why: `nothing rings where ${unheard.differs}`, at: hearing.map(({ place }) => place) };
}

/** Variations that the patterns of all who hear one of them could tell apart. */
function heardVariations(
  listeners: readonly Listener[],
  delivery: Exclude<Delivery, { readonly to: 'metric' }>,
  times: number,
): { readonly hearing: readonly Listener[]; readonly variations: readonly Variation[] } {
  let variations: readonly Variation[] = [{ event: delivery.event, differs: '' }];
  let hearing: readonly Listener[] = [];
  for (;;) {
    const events = variations.map(({ event }) => event);
    const more = listeners.filter(({ hears }) =>
      events.some((event) => hears({ ...delivery, event }, times).matches),
    );
    if (more.length === hearing.length) return { hearing, variations };
    hearing = more;
    const patterns = hearing.flatMap((listener) => listener.patterns(delivery));
    variations = variationsOf(delivery.event, patterns, delivery.decides);
  }
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
  return near.length === 0
    ? {
        why: `no ${delivery.to === 'bus' ? 'rule' : 'alarm'} hears it${nearest(listeners, delivery)}`,
        at: [],
      }
    : { why: near.map(({ why }) => why).join('; '), at: near.flatMap(({ at }) => at) };
}

/** The pattern of which most holds, and what of it does not: somebody may have meant it. */
function nearest(listeners: readonly Listener[], delivery: Delivery): string {
  if (delivery.to === 'metric') return '';
  const [best] = listeners
    .flatMap((listener) => listener.patterns(delivery).map((pattern) => ({ listener, pattern })))
    .map(({ listener: { name }, pattern }) => {
      const conditions = pattern.conditions(delivery.event);
      const missed = conditions.filter(({ holds }) => !holds);
      return { name, missed, score: conditions.length - 2 * missed.length };
    })
    .sort((one, other) => other.score - one.score);
  return best === undefined || best.score < 1 || best.missed.length === 0
    ? ''
    : `; ${best.name} would, but for ${best.missed.map(({ written }) => written).join(', ')}`;
}
