import { statePrefixes } from '../../model/state-keys.ts';

/** A suspension that stands, as its name in the state bucket tells it. */
export interface Suspension {
  readonly key: string;
  readonly kind: string;
  /** Empty for the vendor. */
  readonly id: string;
  readonly incident: string;
  /** ISO 8601, when it was last written. */
  readonly since: string;
}

/** Undefined for a key that is no suspension. */
export function readSuspension(key: string, since: string): Suspension | undefined {
  const [, kind = '', id = '', incident = ''] =
    new RegExp(`^${statePrefixes.suspended}/(vendor|matter|person)/(?:([^/]+)/)?([^/]+)$`).exec(key) ?? [];
  return kind === '' || (kind === 'vendor') !== (id === '') ? undefined : { key, kind, id, incident, since };
}

/** True where both closed the same things: a vendor has its matters, and people have policies of their own. */
export const overlap = (one: Suspension, other: Suspension): boolean =>
  one.kind !== 'person' && other.kind !== 'person'
    ? one.kind === 'vendor' || other.kind === 'vendor' || one.id === other.id
    : one.kind === other.kind && one.id === other.id;

/** Suspensions of other incidents over the same things, begun after ours: they are reinstated first. */
export const laterOnes = (ours: readonly Suspension[], all: readonly Suspension[]): Suspension[] =>
  all.filter((each) =>
    ours.some((own) => own.incident !== each.incident && overlap(own, each) && each.since > own.since),
  );
