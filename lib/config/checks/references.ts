import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import type { Conflicts } from '../conflicts-schema.ts';
import { findingAt, placeOf } from '../finding-at.ts';
import type { Located } from '../load-yaml.ts';
import { didYouMean, likelyNames } from '../nearest-name.ts';
import type { Vendor } from '../vendor-schema.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';

type Report = (
  source: YamlFile,
  path: YamlPath,
  kind: string,
  id: string,
  where: string,
  known: Iterable<string>,
) => void;

/** References between records: what one names of another exists, and no person is listed twice. */
export function references({ vendors, conflicts }: LoadedFiles): Finding[] {
  const found: Finding[] = [];
  const unknown: Report = (source, path, kind, id, where, known) => {
    const likely = likelyNames(id, [...known]);
    found.push(
      findingAt(source, path, {
        code: 'CFG-UNKNOWN-REFERENCE',
        got: `${kind} ${id}`,
        expected: `a ${kind} that is listed in ${where}`,
        fix:
          likely.length > 0
            ? `${didYouMean(likely)} Otherwise add what it names`
            : 'mend the id, or add what it names',
      }),
    );
  };
  const people = new Map<string, { source: YamlFile; path: YamlPath; employer: string }>();
  for (const { value, source } of vendors)
    value.people.forEach(({ id, employer }, index) => {
      const path = ['people', index, 'id'];
      const first = people.get(id);
      // A lawyer of the firm may work with several vendors, under one id, so that walls see it.
      const ofTheFirm = employer === 'firm' && first?.employer === 'firm' && first.source !== source;
      if (!first) people.set(id, { source, path, employer });
      else if (!ofTheFirm)
        found.push(
          findingAt(source, path, {
            code: 'CFG-DUPLICATE-ID',
            got: `person ${id}, already at ${placeOf(first.source, first.path)}`,
            expected: "each person once; only the firm's own people in several vendor files",
            fix: 'merge the two entries, or mend the id',
          }),
        );
    });
  const parties = new Set(conflicts?.value.parties.map(({ id }) => id));
  const matters = new Set(vendors.flatMap(({ value }) => value.matters.map(({ id }) => id)));
  for (const vendor of vendors) vendorReferences(vendor, conflicts ? parties : undefined, unknown);
  if (conflicts) registerReferences(conflicts, matters, parties, unknown);
  return found;
}

function vendorReferences(
  { value, source }: Located<Vendor>,
  parties: ReadonlySet<string> | undefined,
  unknown: Report,
): void {
  const matters = new Set(value.matters.map(({ id }) => id));
  const sites = new Set(value.diligence?.sites.map(({ id }) => id));
  const party = (path: YamlPath, id: string): void => {
    if (parties && !parties.has(id)) unknown(source, path, 'party', id, 'config/conflicts.yaml', parties);
  };
  value.affiliates.forEach((id, index) => {
    party(['affiliates', index], id);
  });
  value.matters.forEach(({ parties: named }, index) => {
    for (const role of ['client', 'adverse', 'related'] as const)
      named?.[role].forEach((id, entry) => {
        party(['matters', index, 'parties', role, entry], id);
      });
  });
  value.waivers.forEach(({ matter }, index) => {
    if (matter && !matters.has(matter))
      unknown(source, ['waivers', index, 'matter'], 'matter', matter, 'this file', matters);
  });
  value.people.forEach((person, index) => {
    const at: YamlPath = ['people', index];
    if (person.site && !sites.has(person.site))
      unknown(source, [...at, 'site'], 'site', person.site, 'diligence.sites', sites);
    person.assignments.forEach(({ matter }, entry) => {
      if (!matters.has(matter))
        unknown(source, [...at, 'assignments', entry, 'matter'], 'matter', matter, 'this file', matters);
    });
    person.interests.forEach((id, entry) => {
      party([...at, 'interests', entry], id);
    });
    for (const list of ['priorEmployers', 'history'] as const)
      person[list].forEach((past, entry) => {
        party([...at, list, entry, 'party'], past.party);
      });
  });
}

function registerReferences(
  { value, source }: Located<Conflicts>,
  matters: ReadonlySet<string>,
  parties: ReadonlySet<string>,
  unknown: Report,
): void {
  const each = (path: YamlPath, kind: string, ids: readonly string[], known: ReadonlySet<string>): void => {
    ids.forEach((id, index) => {
      if (!known.has(id))
        unknown(source, [...path, index], kind, id, kind === 'matter' ? 'a vendor file' : 'parties', known);
    });
  };
  value.parties.forEach(({ parent, affiliates }, index) => {
    if (parent && !parties.has(parent))
      unknown(source, ['parties', index, 'parent'], 'party', parent, 'parties', parties);
    each(['parties', index, 'affiliates'], 'party', affiliates, parties);
  });
  value.walls.forEach((wall, index) => {
    each(['walls', index, 'sideA'], 'matter', wall.sideA, matters);
    each(['walls', index, 'sideB'], 'matter', wall.sideB, matters);
  });
  value.relatedMatters.forEach((related, index) => {
    each(['relatedMatters', index], 'matter', related, matters);
  });
  value.decisions.forEach((decision, index) => {
    each(['decisions', index, 'matters'], 'matter', decision.matters, matters);
    each(['decisions', index, 'parties'], 'party', decision.parties, parties);
  });
}
