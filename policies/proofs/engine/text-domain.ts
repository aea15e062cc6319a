import { keep } from '../../../lib/model/keep.ts';
import { explosive } from '../automata/explosive.ts';
import { partitionStrings, type StringPartition, TooManyClassesError } from '../automata/partition.ts';
import { type Pattern, patternId } from '../automata/pattern.ts';
import { setOf } from './bits.ts';
import { UndecidableError } from './undecidable.ts';

/** All texts, split into classes that no pattern tells apart. */
export interface TextDomain {
  /** Steps that its partition took; infinite where a pattern was left out because the partition with it is too large. */
  readonly steps: number;
  readonly size: number;
  readonly witness: (index: number) => string;
  /**
   * Classes any of the patterns matches; each must have been given on construction.
   *
   * @throws UndecidableError where one of them was left out, because the partition with it is too large.
   */
  readonly covering: (patterns: readonly Pattern[]) => bigint;
}

/** Text domains by what they are made from. Vendors differ in names and accounts, hardly in actions. */
export class TextDomains {
  private readonly kept = new Map<string, TextDomain>();
  /** Partitions that may still fail at full length; after that a short try has to do. */
  private failures = 8;

  of(key: string, make: (limits: Limits) => TextDomain): TextDomain {
    return keep(this.kept, key, () => {
      const known = easyOnes.get(key);
      if (known !== undefined) return known;
      const stepCap = this.failures > 0 ? undefined : shortTry;
      const domain = make({ stepCap, failed: () => this.failures-- });
      if (domain.steps <= shortTry) remember(key, domain);
      return domain;
    });
  }
}

/** Steps of a partition after so many have failed. */
const shortTry = 400_000;

/** Domains of this process that even a short try makes, so that they are the same for whoever asks. The oldest go first. */
const easyOnes = new Map<string, TextDomain>();
const remembered = 400;

function remember(key: string, domain: TextDomain): void {
  easyOnes.set(key, domain);
  for (const oldest of easyOnes.keys()) {
    if (easyOnes.size <= remembered) return;
    easyOnes.delete(oldest);
  }
}

interface Limits {
  readonly stepCap: number | undefined;
  readonly failed: () => void;
}

/** @param kept domains made before; a new one is put there. */
export function textDomain(
  patterns: readonly Pattern[],
  preferred: readonly string[] = [],
  kept: TextDomains = new TextDomains(),
): TextDomain {
  const unique = new Map(patterns.map((pattern) => [patternId(pattern), pattern]));
  const ids = [...unique.keys()].sort();
  return kept.of(JSON.stringify([ids, preferred]), (limits) =>
    domainOf(
      ids.map((id) => unique.get(id) as Pattern),
      preferred,
      limits,
    ),
  );
}

function domainOf(patterns: readonly Pattern[], preferred: readonly string[], limits: Limits): TextDomain {
  const { partition, leftOut, why } = partitionOf(patterns, preferred, limits);
  const covered = new Map([...partition.covers].map(([id, classes]) => [id, setOf(classes)]));
  return {
    steps: leftOut.size === 0 ? partition.steps : Number.POSITIVE_INFINITY,
    size: partition.witnesses.length,
    witness: (index) => partition.witnesses[index] as string,
    covering: (wanted) => {
      let bits = 0n;
      for (const pattern of wanted) {
        const id = patternId(pattern);
        if (leftOut.has(id))
          throw new UndecidableError(`${why} with ${leftOut.size} patterns like ${pattern.text}`);
        bits |= covered.get(id) ?? 0n;
      }
      return bits;
    },
  };
}

/** Rounds in which the patterns that make most classes are left out, before all are that hold a wildcard, and then all. */
const rounds = 3;

/** The partition of all patterns, or of those that are left without the ones that make it too large. */
function partitionOf(
  patterns: readonly Pattern[],
  preferred: readonly string[],
  { stepCap, failed }: Limits,
): { readonly partition: StringPartition; readonly leftOut: ReadonlySet<string>; readonly why: string } {
  const options = { preferred, ...(stepCap !== undefined && { stepCap }) };
  const leftOut = new Set<string>();
  let left = patterns;
  let why = '';
  for (let round = 0; ; round++) {
    try {
      return { partition: partitionStrings(left, options), leftOut, why };
    } catch (error) {
      if (!(error instanceof TooManyClassesError) || left.length === 0) throw error;
      why ||= error.message;
      failed();
      const heavy = round < rounds ? explosive(left) : new Set<Pattern>();
      const refused = heavy.size > 0 ? heavy : new Set(left);
      for (const pattern of refused) leftOut.add(patternId(pattern));
      left = left.filter((pattern) => !refused.has(pattern));
    }
  }
}
