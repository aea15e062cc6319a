import type { Assignment, Person } from '../../config/records/person-schema.ts';
import type { Matter } from '../../config/vendor-schema.ts';
import type { YamlPath } from '../../config/yaml-file.ts';
import type { Profile } from '../../profile/resolve-profile.ts';
import { resolveProfile } from '../../profile/resolve-profile.ts';
import type { GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import type { Rule } from '../rule.ts';

/** A person on a matter. */
export interface Posting {
  readonly person: Person;
  readonly assignment: Assignment;
  readonly matter: Matter;
  readonly profile: Profile;
  /** Path below the person's entry. */
  readonly at: (...path: YamlPath) => YamlPath;
  /** Path below the assignment. */
  readonly atAssignment: (...path: YamlPath) => YamlPath;
}

/** A rule about one person on one matter. What it reports also takes the person out of the groups. */
export interface PersonRule extends Rule {
  checkPosting(context: GateContext, posting: Posting): readonly Hit[];
}

/** Makes a rule out of a test of a single posting. The same gap on several matters is reported once. */
export function personRule(rule: Omit<PersonRule, 'check'>): PersonRule {
  return {
    ...rule,
    check: (context) => {
      const seen = new Set<string>();
      return postings(context).flatMap((posting) =>
        rule.checkPosting(context, posting).filter((hit) => {
          const key = `${hit.path.join('/')} ${hit.got}`;
          return !seen.has(key) && seen.add(key);
        }),
      );
    },
  };
}

/** A dozen rules ask the same question about the same vendor and day. */
const known = new WeakMap<GateContext, readonly Posting[]>();

/** Assignments that are running or still to come; what has ended gives no access and needs no record. */
export function postings(context: GateContext): readonly Posting[] {
  const found = known.get(context) ?? findPostings(context);
  known.set(context, found);
  return found;
}

function findPostings({ vendor, asOf }: GateContext): Posting[] {
  const matters = new Map(
    vendor.matters.map((matter) => [matter.id, { matter, profile: resolveProfile(matter) }]),
  );
  return vendor.people.flatMap((person, index) =>
    person.assignments.flatMap((assignment, entry) => {
      const work = matters.get(assignment.matter);
      if (!work || assignment.until < asOf) return [];
      return [
        {
          person,
          assignment,
          ...work,
          at: (...path: YamlPath) => ['people', index, ...path],
          atAssignment: (...path: YamlPath) => ['people', index, 'assignments', entry, ...path],
        },
      ];
    }),
  );
}
