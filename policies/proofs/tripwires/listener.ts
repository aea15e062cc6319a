import type { Pattern } from '../../detection/pattern.ts';
import type { Receiver } from '../../detection/tripwire.ts';
import type { Place } from '../policy/statement.ts';
import type { World } from '../world/world.ts';
import type { Delivery } from './deliver.ts';

/** A rule or an alarm that may tell somebody. */
export interface Listener {
  /** For a reader: `the rule lpo-meridian-threat`. */
  readonly name: string;
  readonly place: Place;
  /** Reasons why it tells nobody, whatever happens. */
  readonly faults: readonly string[];
  readonly reaches: ReadonlySet<Receiver>;
  /** Patterns that decide whether it hears what is delivered. */
  readonly patterns: (delivery: Delivery) => readonly Pattern[];
  /** Answer to a delivery that happens a number of times within five minutes. */
  readonly hears: (delivery: Delivery, times: number) => Hearing;
}

/** Answer of a listener. */
export interface Hearing {
  /** It does not look there, or its pattern does not match. */
  readonly matches: boolean;
  /** True where it rings however the times fall, whatever else is logged, and rests again. */
  readonly surely: boolean;
  /** True where it may ring. */
  readonly maybe: boolean;
  /** Reason why it does not surely ring. */
  readonly why?: string;
}

export const deaf: Hearing = { matches: false, surely: false, maybe: false };

/** The topic of the templates that an ARN names. */
export const isTopicOf = (world: World, arn: unknown): boolean =>
  world.ofType('AWS::SNS::Topic').some(({ reference }) => reference === arn);
