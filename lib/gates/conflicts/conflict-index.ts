import type { Config } from '../../config/config.ts';
import type { Decision, Party, Wall } from '../../config/conflicts-schema.ts';
import type { Person } from '../../config/records/person-schema.ts';
import type { Matter, Vendor } from '../../config/vendor-schema.ts';

/** A matter together with the vendor that works on it. */
export interface PlacedMatter {
  readonly vendor: Vendor;
  readonly matter: Matter;
  readonly index: number;
}

export interface Appearance extends PlacedMatter {
  readonly side: 'client' | 'adverse' | 'related';
  readonly party: string;
}

/**
 * The conflict register turned inside out: who appears where. Everything is looked up by key, so that a
 * thousand vendors are not compared pair by pair.
 */
export class ConflictIndex {
  readonly matters = new Map<string, PlacedMatter>();
  /** Entries of one person; the firm's own people may be in several vendor files. */
  private readonly people = new Map<string, Person[]>();
  private readonly parties: ReadonlyMap<string, Party>;
  private readonly appearances = new Map<string, Appearance[]>();
  private readonly wallsByMatter = new Map<string, { wall: Wall; other: readonly string[] }[]>();
  private readonly related = new Map<string, Set<string>>();
  private readonly family = new Map<string, Set<string>>();
  private readonly exactTokens = new Map<string, Set<string>>();
  private readonly nearTokens = new Map<string, Set<string>>();

  constructor(private readonly config: Config) {
    const register = config.conflicts;
    this.parties = new Map(register.parties.map((party) => [party.id, party]));
    for (const party of register.parties) {
      this.link(party);
      for (const token of party.exact) add(this.exactTokens, token, party.id);
      for (const token of party.near) add(this.nearTokens, token, party.id);
    }
    for (const vendor of config.vendors) {
      vendor.matters.forEach((matter, index) => {
        this.place({ vendor, matter, index });
      });
      for (const person of vendor.people) addTo(this.people, person.id, person);
    }
    for (const wall of register.walls) {
      for (const id of wall.sideA) addTo(this.wallsByMatter, id, { wall, other: wall.sideB });
      for (const id of wall.sideB) addTo(this.wallsByMatter, id, { wall, other: wall.sideA });
    }
    for (const group of register.relatedMatters)
      for (const id of group) for (const other of group) add(this.related, id, other);
  }

  appearancesOf(party: string): readonly Appearance[] {
    return this.appearances.get(party) ?? [];
  }

  entriesOf(person: string): readonly Person[] {
    return this.people.get(person) ?? [];
  }

  /** Parent and affiliates, and theirs in turn; the party itself is not among them. */
  familyOf(party: string): readonly string[] {
    const seen = new Set([party]);
    const queue = [party];
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      for (const relative of this.family.get(next) ?? [])
        if (!seen.has(relative)) {
          seen.add(relative);
          queue.push(relative);
        }
    seen.delete(party);
    return [...seen].sort();
  }

  /** Parties under another id that share a token of the name. */
  sameName(party: string): readonly string[] {
    return this.sharing(party, 'exact', this.exactTokens);
  }

  /** Parties whose names look or sound alike. */
  nearName(party: string): readonly string[] {
    const same = new Set(this.sameName(party));
    return this.sharing(party, 'near', this.nearTokens).filter((other) => !same.has(other));
  }

  wallsOf(matter: string): readonly { wall: Wall; other: readonly string[] }[] {
    return this.wallsByMatter.get(matter) ?? [];
  }

  wallBetween(a: string, b: string, asOf: string): Wall | undefined {
    return this.wallsOf(a).find(({ wall, other }) => other.includes(b) && wallStands(wall, asOf))?.wall;
  }

  areRelated(a: string, b: string): boolean {
    return a === b || this.related.get(a)?.has(b) === true;
  }

  /** A decision about exactly this question that is in force; `decline` never helps. */
  decision(
    question: { rule: string; matters: readonly string[]; party?: string; person?: string },
    asOf: string,
  ): Decision | undefined {
    return this.config.conflicts.decisions.find(
      (decision) =>
        decision.rule === question.rule &&
        decision.outcome !== 'decline' &&
        decision.decidedBy !== decision.requestedBy &&
        decision.date <= asOf &&
        asOf <= decision.expiresOn &&
        question.matters.every((matter) => decision.matters.includes(matter)) &&
        (question.party === undefined || decision.parties.includes(question.party)) &&
        (question.person === undefined || decision.persons.includes(question.person)),
    );
  }

  private place(placed: PlacedMatter): void {
    const { matter } = placed;
    this.matters.set(matter.id, placed);
    for (const side of ['client', 'adverse', 'related'] as const)
      for (const party of matter.parties?.[side] ?? [])
        addTo(this.appearances, party, { ...placed, side, party });
  }

  private link({ id, parent, affiliates }: Party): void {
    for (const relative of parent ? [parent, ...affiliates] : affiliates) {
      add(this.family, id, relative);
      add(this.family, relative, id);
    }
  }

  private sharing(party: string, field: 'exact' | 'near', tokens: Map<string, Set<string>>): string[] {
    const others = (this.parties.get(party)?.[field] ?? []).flatMap((token) => [
      ...(tokens.get(token) ?? []),
    ]);
    return [...new Set(others)].filter((other) => other !== party).sort();
  }
}

export const wallStands = ({ from, until }: Wall, asOf: string): boolean =>
  from <= asOf && (until === undefined || asOf <= until);

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
