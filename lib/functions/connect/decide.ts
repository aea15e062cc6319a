import { personPattern } from '../../model/ids.ts';
import type { PublishedRoster, RosterEntry } from '../../model/published-roster.ts';
import { isCurrent } from '../roster/is-current.ts';
import type { ConnectRequest } from './connect-request.ts';
import { deviceRefusal } from './device-refusal.ts';
import { type Place, placeRefusal } from './place-refusal.ts';
import { type Refusal, refuse } from './refusal.ts';
import { wallRefusal } from './wall-refusal.ts';

/** Everything suspended that could concern a person, read at the moment of the question. */
export interface Suspensions {
  readonly vendor: boolean;
  readonly person: boolean;
  /** Suspended matters. */
  readonly matters: ReadonlySet<string>;
}

export interface Admission extends Place {
  readonly allow: true;
  readonly person: string;
  /** Matters the session reaches, sorted. */
  readonly matters: readonly string[];
}

export type Decision = Admission | Refusal;

/**
 * True where one person may open one VPN session now. Everything unknown is a refusal.
 *
 * @param today UTC calendar day, YYYY-MM-DD.
 */
export function decide(
  request: ConnectRequest,
  roster: PublishedRoster,
  suspensions: Suspensions,
  today: string,
): Decision {
  if (suspensions.vendor) return refuse('SUSPENDED', 'Access of this vendor is suspended.');
  const person = personOf(request.username);
  const entry = entryOf(roster, person);
  if (!person || !entry) return refuse('NOT-ON-ROSTER', 'You are not on the roster of this workspace.');
  if (suspensions.person) return refuse('SUSPENDED', 'Your access is suspended.', person);

  const matters = mattersOf(request, roster, entry, today);
  if ('allow' in matters) return { ...matters, person };
  const suspended = matters.granted.find((matter) => suspensions.matters.has(matter));
  if (suspended) return refuse('SUSPENDED', `Access to matter ${suspended} is suspended.`, person);

  const place = placeRefusal(request['public-ip'], roster, entry, matters.granted);
  const refusal =
    wallRefusal(roster, entry, matters.granted) ??
    deviceRefusal(request, roster.devices, entry) ??
    ('allow' in place ? place : undefined);
  if (refusal) return { ...refusal, person };
  if ('allow' in place) return { ...place, person };
  return { allow: true, person, ...place, matters: matters.granted };
}

const opaqueName = new RegExp(`^(${personPattern})@[^@\\s]+$`, 'i');

/** The opaque id in front of the @; undefined for anything that is not an opaque id. */
export function personOf(username: string): string | undefined {
  return opaqueName.exec(username)?.[1]?.toLowerCase();
}

/** Own properties only: a person called `constructor` is nobody. */
function entryOf(roster: PublishedRoster, person: string | undefined): RosterEntry | undefined {
  return person !== undefined && Object.hasOwn(roster.people, person) ? roster.people[person] : undefined;
}

/** Matters by the directory's groups, each of which the roster must cover today. */
function mattersOf(
  request: ConnectRequest,
  roster: PublishedRoster,
  entry: RosterEntry,
  today: string,
): { readonly granted: readonly string[] } | Refusal {
  const current = entry.assignments.filter((assignment) => isCurrent(assignment, today));
  if (current.length === 0)
    return refuse('LAPSED', 'No assignment of yours is current. Ask your supervisor to renew your records.');
  const duties = request.groups.flatMap((group) =>
    Object.hasOwn(roster.groups, group) ? [roster.groups[group]] : [],
  );
  const uncovered = duties.find(
    (duty) => !current.some(({ matter, function: fn }) => matter === duty?.matter && fn === duty.function),
  );
  if (uncovered)
    return refuse(
      'GROUP-BEYOND-ROSTER',
      `Your directory groups include ${uncovered.function} on ${uncovered.matter}, which the roster does not.`,
    );
  const granted = [...new Set(duties.map((duty) => duty?.matter ?? ''))].sort();
  return granted.length > 0
    ? { granted }
    : refuse('NO-GROUP', 'Your sign-in brought no group of this workspace.');
}
