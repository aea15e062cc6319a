import type { Json } from './pattern.ts';

/** Something that must reach a person at once, and what happens all the time beside it. */
export interface Tripwire {
  /** After "nothing rings at": `a changed key policy`. */
  readonly what: string;
  /** AWS's page, or our own file, that shows events of this shape. */
  readonly source: string;
  /** Receiver of the message: somebody who subscribed to a topic, or a log group that keeps it. @default 'topic' */
  readonly reaches?: Receiver;
  /** Samples at each of which something rings. None where a room has no such thing. */
  readonly rings: (room: Room) => readonly Sample[];
  /** Neighbours: samples at none of which anything rings. */
  readonly silent: (room: Room) => readonly Sample[];
}

export type Receiver = 'topic' | 'log group';

/** An event as AWS sends it. */
export interface Sample {
  /** For a reader: `kms:PutKeyPolicy`. */
  readonly what: string;
  readonly sent: Sent;
  /**
   * Paths of the fields that make it what it is, beside those that its service and place give. Any other field may have
   * any value, or none: what rings only at one of them does not ring.
   */
  readonly decides: readonly string[];
  /** Times that it happens within five minutes. @default 1 */
  readonly times?: number;
}

type Fields = { readonly [key: string]: Json };

/** An event, by the way that it takes. */
export type Sent =
  /** A record of CloudTrail: where a trail takes it in its log group, and a change on the event bus of its Region. */
  | { readonly by: 'trail'; readonly record: Fields }
  /** An event that a service puts on the default event bus. */
  | { readonly by: 'bus'; readonly event: Fields }
  /** A line in the log of the function that decides on VPN connections, or of the queries of the resolver. */
  | { readonly by: 'log'; readonly log: 'connect' | 'dns'; readonly line: Fields }
  /** A datum that a service publishes about one thing. */
  | { readonly by: 'metric'; readonly of: Worker; readonly name: string; readonly value: number };

/** A function or state machine, by the one dimension that its metrics have. */
export interface Worker {
  readonly namespace: 'AWS/Lambda' | 'AWS/States';
  readonly dimension: string;
  readonly value: string;
  readonly account: string;
  readonly region: string;
}

/** Names of a workspace that samples happen in. */
export interface Room {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  /** Names of the buckets that hold documents. */
  readonly matterBuckets: readonly string[];
  /** Name of the bucket where suspensions stand. */
  readonly stateBucket: string;
  readonly breakGlassRole: string;
  /** True where plans back it up. */
  readonly backedUp: boolean;
  /** Functions whose failure nobody would see. */
  readonly functions: readonly Worker[];
  /** State machines whose end nobody waits for. */
  readonly machines: readonly Worker[];
}
