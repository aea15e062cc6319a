import { by } from './order.ts';
import {
  type PublishedRoster,
  type RosterEntry,
  rosterFormat,
  type Site,
  type Wall,
} from './published-roster.ts';

/** Facts of a matter that its roster needs. */
export interface RosterMatter {
  readonly id: string;
  readonly accessCountries: readonly string[];
  /** Identity-provider group by function. */
  readonly groups: Readonly<Record<string, string>>;
}

/** People of a vendor, as the gates leave them. */
export interface RosterPeople {
  /** People by id. */
  readonly people: Readonly<Record<string, RosterEntry>>;
  /** Sites by id. */
  readonly sites: Readonly<Record<string, Site>>;
  /** Ethical walls between the matters. */
  readonly walls: readonly Wall[];
}

/**
 * The document a deployment publishes for the connect handler; keys sorted, so same input, same bytes.
 */
export function publishRoster(
  vendor: string,
  matters: readonly RosterMatter[],
  { people, sites, walls }: RosterPeople,
): PublishedRoster {
  const groups = matters.flatMap(({ id, groups: byFunction }) =>
    Object.entries(byFunction).map(([fn, group]) => [group, { matter: id, function: fn }] as const),
  );
  return {
    format: rosterFormat,
    vendor,
    groups: sorted(Object.fromEntries(groups)),
    matters: sorted(
      Object.fromEntries(matters.map(({ id, accessCountries }) => [id, { accessCountries }] as const)),
    ),
    sites: sorted(sites),
    walls: [...walls].sort(by(({ id }) => id)),
    devices: { platforms: 'any' },
    people: sorted(people),
  };
}

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).sort(by(([key]) => key)));
