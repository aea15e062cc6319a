import type { MatterFunction } from '../../model/engagement';
import type { GateContext } from '../gate-context';
import { postings } from './person-rule';
import { personRules } from './person-rules';

/** Members of each group of each matter, by matter id; person ids, sorted. */
export type Eligible = ReadonlyMap<string, Readonly<Partial<Record<MatterFunction, readonly string[]>>>>;

/**
 * Who may act today: assignments that are running and whose person has every record in order. Groups and
 * authorization follow this list, so that a lapse takes a person out.
 */
export function eligiblePeople(context: GateContext): Eligible {
  const members = new Map<string, Partial<Record<MatterFunction, string[]>>>();
  for (const posting of postings(context)) {
    const { assignment, person } = posting;
    if (assignment.from > context.asOf) continue;
    if (personRules.some((rule) => rule.checkPosting(context, posting).length > 0)) continue;
    const groups = members.get(assignment.matter) ?? {};
    groups[assignment.function] = [...(groups[assignment.function] ?? []), person.id].sort();
    members.set(assignment.matter, groups);
  }
  return members;
}
