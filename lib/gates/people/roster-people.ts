import type { Person } from '../../config/records/person-schema.ts';
import { dayAfter } from '../../model/days.ts';
import { keep } from '../../model/keep.ts';
import type { RosterPeople } from '../../model/publish-roster.ts';
import { type Assignment, notOnFile, type RosterEntry, type Wall } from '../../model/published-roster.ts';
import { wallPairs } from '../conflicts/wall-pairs.ts';
import type { GateContext } from '../gate-context.ts';
import { eligiblePostings, mayAct } from './eligible-people.ts';
import type { Posting } from './person-rule.ts';

/**
 * Roster of the people who may connect on the day of the context: exactly the eligible people, each
 * assignment until the last day on which every record still holds.
 *
 * Diligence may have no address range of a site on file, and has no site of the firm's own people; the roster
 * says so, and the connect handler then goes by the country on record.
 */
export function rosterPeople(context: GateContext): RosterPeople {
  const eligible = eligiblePostings(context);
  const people = Object.fromEntries(
    [...new Set(eligible.map(({ person }) => person))].map((person) => [
      person.id,
      entryOf(
        context,
        person,
        eligible.filter((posting) => posting.person === person),
      ),
    ]),
  );
  const sites = (context.vendor.diligence?.sites ?? []).map(
    ({ id, country, addresses }) => [id, { country, addresses }] as const,
  );
  return { people, sites: Object.fromEntries(sites), walls: wallsOf(context, Object.values(people)) };
}

function entryOf(context: GateContext, person: Person, postings: readonly Posting[]): RosterEntry {
  const assignments = postings.map(
    (posting): Assignment => ({
      matter: posting.assignment.matter,
      function: posting.assignment.function,
      from: posting.assignment.from,
      until: lastGoodDay(context, posting),
    }),
  );
  // Stricter than COI-R06: a consent or the end of a cooling-off is not published, so such a person is refused.
  const before = [...person.assignments.filter(({ from }) => from <= context.asOf), ...person.history].map(
    ({ matter }) => matter,
  );
  const current = new Set(assignments.map(({ matter }) => matter));
  return {
    country: person.country,
    sites: person.site === undefined ? notOnFile : [person.site],
    assignments,
    pastMatters: [...new Set(before)].filter((matter) => !current.has(matter)).sort(),
  };
}

/** Asks the rules about each day: the first one on which a record fails ends the access. */
function lastGoodDay(context: GateContext, posting: Posting): string {
  let last = context.asOf;
  for (;;) {
    const next = dayAfter(last);
    if (!mayAct(onDay(context, next), posting)) return last;
    last = next;
  }
}

/** Contexts by day, shared by all people: the rules remember by context what they have looked up. */
const days = new WeakMap<GateContext, Map<string, GateContext>>();

function onDay(context: GateContext, asOf: string): GateContext {
  return keep(
    keep(days, context, () => new Map()),
    asOf,
    () => ({ ...context, asOf }),
  );
}

/** Walls that can matter here: one side is a matter of this vendor, the other one that people here know. */
function wallsOf({ config, vendor, asOf }: GateContext, people: readonly RosterEntry[]): Wall[] {
  const own = new Set(vendor.matters.map(({ id }) => id));
  const known = new Set([...own, ...people.flatMap(({ pastMatters }) => pastMatters)]);
  return wallPairs(config, asOf)
    .filter(({ a: { matter: a }, b: { matter: b } }) => known.has(a) && known.has(b))
    .filter(({ a: { matter: a }, b: { matter: b } }) => own.has(a) || own.has(b))
    .map(({ wall, a, b }) => ({ id: wall, between: [a.matter, b.matter] }));
}
