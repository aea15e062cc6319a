import { isObject } from '../../template/template-shape.ts';
import type { FactVerdict } from '../authoring/proof-statement.ts';
import type { World } from '../world/world.ts';
import type { Fact } from './job.ts';

/** Groups of the VPN that somebody of the published roster is in, each with an authorization rule. */
export const rosterComesIn = (world: World): Fact[] => [
  {
    subject: 'everybody on the roster passes the VPN',
    decide: () => {
      const keys = rosterKeys(world);
      if (keys.length === 0)
        return refuted('no function is given a roster', 'expected ROSTER_KEY in its environment');
      const rosters = keys.map((key) => ({ key, groups: staffedGroups(world.assets.get(key)?.json()) }));
      const unread = rosters.find(({ groups }) => groups === undefined);
      if (unread !== undefined)
        return {
          kind: 'unknown',
          reason: `asset.${unread.key} beside the manifest is no roster of the format lpo-roster/1`,
        };
      const rules = new Set(
        world.network.vpns.flatMap(({ authorizations }) => authorizations.map(({ group }) => group)),
      );
      const shut = rosters
        .flatMap(({ groups = [] }) => groups)
        .filter(({ group }) => !rules.has(group))
        .map(({ group, matter, fn }) => `no authorization rule lets in ${group}, ${fn} of ${matter}`);
      return shut.length === 0
        ? { kind: 'proved', because: ['the published roster and the authorization rules'] }
        : { kind: 'refuted', witness: shut, culprits: ['the authorization rules of the VPN'] };
    },
  },
];

const refuted = (witness: string, culprit: string): FactVerdict => ({
  kind: 'refuted',
  witness: [witness],
  culprits: [culprit],
});

/** True for a document that is the roster of the vendor. */
export const isRosterOf =
  ({ name }: World) =>
  (document: unknown): boolean =>
    isObject(document) && document.format === 'lpo-roster/1' && document.vendor === name;

/** The rosters of the vendor that the assembly publishes. */
export const rostersOf = (world: World): unknown[] =>
  [...world.assets.values()].map(({ json }) => json()).filter(isRosterOf(world));

/** Every group that a published roster names; undefined where no roster is published. */
export function groupsOf(world: World): ReadonlySet<string> | undefined {
  const rosters = rostersOf(world);
  return rosters.length === 0
    ? undefined
    : new Set(
        rosters.flatMap((roster) =>
          isObject(roster) && isObject(roster.groups) ? Object.keys(roster.groups) : [],
        ),
      );
}

/** The last day on which anybody of the published rosters is assigned to a matter; empty where nobody is. */
export const lastDayOf = (world: World, matter: string): string =>
  rostersOf(world)
    .flatMap((roster) => (isObject(roster) && isObject(roster.people) ? Object.values(roster.people) : []))
    .flatMap((person) => (isObject(person) && Array.isArray(person.assignments) ? person.assignments : []))
    .filter((one) => isObject(one) && one.matter === matter)
    .map(({ until }: { readonly until?: unknown }) => (typeof until === 'string' ? until : ''))
    .sort()
    .at(-1) ?? '';

/** Keys of the rosters that functions are given. */
const rosterKeys = (world: World): string[] => [
  ...new Set(
    world.ofType('AWS::Lambda::Function').flatMap(({ properties }) => {
      const { Environment: environment } = properties;
      const variables = isObject(environment) ? environment.Variables : undefined;
      const key = isObject(variables) ? variables.ROSTER_KEY : undefined;
      return typeof key === 'string' ? [key] : [];
    }),
  ),
];

interface StaffedGroup {
  readonly group: string;
  readonly matter: string;
  readonly fn: string;
}

/** Groups of functions that somebody fills; undefined for what is no roster. */
function staffedGroups(roster: unknown): StaffedGroup[] | undefined {
  if (!isObject(roster) || roster.format !== 'lpo-roster/1') return undefined;
  const { groups, people } = roster;
  if (!isObject(groups) || !isObject(people)) return undefined;
  const filled = new Set<string>();
  for (const person of Object.values(people)) {
    if (!isObject(person) || !Array.isArray(person.assignments)) return undefined;
    for (const one of person.assignments as unknown[]) {
      if (!isObject(one)) return undefined;
      filled.add(`${one.matter} ${one.function}`);
    }
  }
  const staffed: StaffedGroup[] = [];
  for (const [group, of] of Object.entries(groups)) {
    if (!isObject(of)) return undefined;
    if (filled.has(`${of.matter} ${of.function}`))
      staffed.push({ group, matter: `${of.matter}`, fn: `${of.function}` });
  }
  return staffed;
}
