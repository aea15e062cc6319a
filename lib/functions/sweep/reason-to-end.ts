import type { PublishedRoster } from '../../model/published-roster.ts';
import { isCurrent } from '../roster/is-current.ts';
import type { Session } from '../state/access-state.ts';

/** Reason to end a running session; undefined when it may go on. */
export function reasonToEnd(
  session: Session | undefined,
  roster: PublishedRoster,
  today: string,
): string | undefined {
  if (!session) return 'the connect handler never admitted it';
  const entry = Object.hasOwn(roster.people, session.person) ? roster.people[session.person] : undefined;
  if (!entry) return 'the person is not on the roster';
  const expired = session.matters.find(
    (matter) =>
      !entry.assignments.some((assignment) => assignment.matter === matter && isCurrent(assignment, today)),
  );
  return expired && `the records for ${expired} have expired`;
}
