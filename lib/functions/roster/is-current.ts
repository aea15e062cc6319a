import type { Assignment } from '../../model/published-roster.ts';

/** True where an assignment is running on a day. */
export const isCurrent = (assignment: Assignment, today: string): boolean =>
  assignment.from <= today && today <= assignment.until;
