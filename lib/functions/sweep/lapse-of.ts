import type { PublishedRoster } from '../../model/published-roster.ts';
import { isCurrent } from '../connect/decide.ts';
import type { Session } from '../state/access-state.ts';

/** Why a running session must end; undefined when it may go on. */
export function lapseOf(
  session: Session | undefined,
  roster: PublishedRoster,
  today: string,
): string | undefined {
  if (!session) return 'the connect handler never admitted it';
  const entry = Object.hasOwn(roster.people, session.person) ? roster.people[session.person] : undefined;
  if (!entry) return 'the person is not on the roster';
  const lapsed = session.matters.find(
    (matter) =>
      !entry.assignments.some((assignment) => assignment.matter === matter && isCurrent(assignment, today)),
  );
  return lapsed && `the records for ${lapsed} have lapsed`;
}
