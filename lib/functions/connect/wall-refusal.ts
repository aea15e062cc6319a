import type { PublishedRoster, RosterEntry } from '../../model/published-roster.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Refusal by wall: a person who is, or was, on one side does not enter the other; expired assignments count as having been. */
export function wallRefusal(
  roster: PublishedRoster,
  entry: RosterEntry,
  granted: readonly string[],
): Refusal | undefined {
  const known = new Set([...granted, ...entry.pastMatters, ...entry.assignments.map(({ matter }) => matter)]);
  const wall = roster.walls.find(
    ({ between: [a, b] }) => (granted.includes(a) && known.has(b)) || (granted.includes(b) && known.has(a)),
  );
  return wall && refuse('WALL', `Information barrier ${wall.id} keeps you out of this matter.`);
}
