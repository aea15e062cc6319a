import type { MatterFunction } from '../../model/engagement.ts';
import type { GateContext } from '../gate-context.ts';
import { type Posting, postings } from './person-rule.ts';
import { personRules } from './person-rules.ts';

/** Members of each group of each matter, by matter id; person ids, sorted. */
export type Eligible = ReadonlyMap<string, Readonly<Partial<Record<MatterFunction, readonly string[]>>>>;

/**
 * People who may act on a day: their assignments are running and every record is in order. Groups and
 * authorization follow this list, so that what expires takes a person out.
 */
export function eligiblePeople(context: GateContext): Eligible {
  const members = new Map<string, Partial<Record<MatterFunction, string[]>>>();
  for (const { assignment, person } of eligiblePostings(context)) {
    const groups = members.get(assignment.matter) ?? {};
    groups[assignment.function] = [...(groups[assignment.function] ?? []), person.id].sort();
    members.set(assignment.matter, groups);
  }
  return members;
}

export const eligiblePostings = (context: GateContext): Posting[] =>
  postings(context).filter((posting) => mayAct(context, posting));

/** True where an assignment is running on the day of the context, with every record in order. */
export const mayAct = (context: GateContext, posting: Posting): boolean =>
  posting.assignment.from <= context.asOf &&
  context.asOf <= posting.assignment.until &&
  personRules.every((rule) => rule.checkPosting(context, posting).length === 0);
