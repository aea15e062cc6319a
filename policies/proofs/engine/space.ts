import { type Pattern, patternId } from '../automata/pattern.ts';
import type { Condition, GlobMatch, Selector } from '../policy/statement.ts';
import { fullSet } from './bits.ts';
import { Box } from './box.ts';
import { Effort, type Efforts } from './effort.ts';
import { type Dimension, setDimension, singleDimension } from './key-dimension.ts';
import { type TextDomain, type TextDomains, textDomain } from './text-domain.ts';
import { UndecidableError } from './undecidable.ts';
import { valueDomain } from './value-domain.ts';

/** Which resource a selector's `Resource` speaks about: the one named, or the one behind it (a bucket). */
export type ResourceAxis = 'resource' | 'parent';

type GlobAxis = 'action' | 'resource';

export interface SpaceOptions {
  readonly isMultivalued: (key: string) => boolean;
  /** Keys that carry the same values share a partition. Default: each key has its own. */
  readonly partitionOf?: (key: string) => string;
  /** Texts a person knows, by axis: they stand for their class in counter-examples. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
  /** Partitions that several spaces share. Default: each makes its own. */
  readonly textDomains?: TextDomains;
}

/**
 * The space of all requests a set of selectors can tell apart.
 *
 * Axes: `action`, `resource`, `parent` and one for each context key. Every selector must have been given on
 * construction; partitions are built once, when first needed, and kept.
 */
export class Space {
  private readonly globs: Record<GlobAxis, Map<string, Pattern>> = { action: new Map(), resource: new Map() };
  private readonly globDomains = new Map<GlobAxis, TextDomain>();
  private readonly conditions = new Map<string, Condition[]>();
  private readonly satisfied = new Map<Condition, bigint>();
  private readonly dimensions = new Map<string, Dimension | UndecidableError>();
  private readonly efforts: Efforts = { failures: 0 };
  private readonly boxes = new Map<ResourceAxis, Map<Selector, Box | null>>();

  constructor(
    selectors: Iterable<Selector>,
    private readonly options: SpaceOptions,
  ) {
    const seen = new Set<Selector>();
    for (const selector of selectors) {
      if (seen.has(selector)) continue;
      seen.add(selector);
      this.note('action', selector.actions);
      this.note('resource', selector.resources);
      for (const condition of selector.conditions) {
        const name = this.partitionOf(condition.key);
        const list = this.conditions.get(name);
        if (list === undefined) this.conditions.set(name, [condition]);
        else list.push(condition);
      }
    }
  }

  /** The box of a selector, or undefined when no request can match it. */
  box(selector: Selector, axis: ResourceAxis = 'resource'): Box | undefined {
    let cache = this.boxes.get(axis);
    if (cache === undefined) {
      cache = new Map();
      this.boxes.set(axis, cache);
    }
    const found = cache.get(selector);
    if (found !== undefined) return found ?? undefined;
    const box = this.compile(selector, axis);
    cache.set(selector, box ?? null);
    return box;
  }

  /** @throws UndecidableError where the values of the axis cannot be split. */
  dimension(axis: string): Dimension {
    const known = this.dimensions.get(axis) ?? this.buildOnce(axis);
    if (known instanceof UndecidableError) throw known;
    return known;
  }

  /** False where the values of an axis cannot be split: then nothing that asks for one is decided, and the rest is. */
  knows(axis: string): boolean {
    return !((this.dimensions.get(axis) ?? this.buildOnce(axis)) instanceof UndecidableError);
  }

  /** Steps of one question to this space. */
  effort(): Effort {
    return new Effort(this.efforts);
  }

  private buildOnce(axis: string): Dimension | UndecidableError {
    const built = orUndecidable(() => this.build(axis));
    this.dimensions.set(axis, built);
    return built;
  }

  private note(axis: GlobAxis, match: GlobMatch | undefined): void {
    for (const pattern of globPatterns(axis, match)) this.globs[axis].set(patternId(pattern), pattern);
  }

  private partitionOf(key: string): string {
    return this.options.partitionOf?.(key) ?? key;
  }

  private build(axis: string): Dimension {
    if (axis === 'parent') return this.dimension('resource');
    if (axis === 'action' || axis === 'resource') {
      const domain = this.globDomain(axis);
      return {
        full: fullSet(domain.size),
        value: domain.witness,
        // Actions and resources know no conditions.
        satisfying: () => 0n,
      };
    }
    const domain = valueDomain(
      axis,
      this.conditions.get(this.partitionOf(axis)) ?? [],
      this.options.known?.[axis],
      this.options.textDomains,
    );
    return this.options.isMultivalued(axis) ? setDimension(axis, domain) : singleDimension(domain);
  }

  /** Actions and resources are always present and know no operators: globs only. */
  private globDomain(axis: GlobAxis): TextDomain {
    let domain = this.globDomains.get(axis);
    if (domain === undefined) {
      const known = this.options.known?.[axis] ?? [];
      const texts = axis === 'action' ? known.map((name) => name.toLowerCase()) : known;
      domain = textDomain([...this.globs[axis].values()], texts, this.options.textDomains);
      this.globDomains.set(axis, domain);
    }
    return domain;
  }

  private satisfying(condition: Condition): bigint {
    let bits = this.satisfied.get(condition);
    if (bits === undefined) {
      bits = this.dimension(condition.key).satisfying(condition);
      this.satisfied.set(condition, bits);
    }
    return bits;
  }

  private compile({ actions, resources, conditions }: Selector, axis: ResourceAxis): Box | undefined {
    const box = new Map<string, bigint>();
    let undecidable: UndecidableError | undefined;
    /** False where nothing is left of the box. A part that cannot be decided leaves its axis wide. */
    const narrows = (on: string, bits: () => bigint | undefined): boolean => {
      const narrow = orUndecidable(() => this.narrow(box, on, bits()));
      if (!(narrow instanceof UndecidableError)) return narrow;
      undecidable ??= new UndecidableError(`${on}: ${narrow.message}`);
      return true;
    };
    if (!narrows('action', () => this.globBits('action', actions))) return undefined;
    if (!narrows(axis, () => this.globBits('resource', resources))) return undefined;
    for (const condition of conditions)
      if (!narrows(condition.key, () => this.satisfying(condition))) return undefined;
    return new Box(box, undecidable);
  }

  private narrow(box: Map<string, bigint>, axis: string, bits: bigint | undefined): boolean {
    if (bits === undefined) return true;
    const { full } = this.dimension(axis);
    const both = bits & (box.get(axis) ?? full);
    if (both !== full) box.set(axis, both);
    return both !== 0n;
  }

  private globBits(axis: GlobAxis, match: GlobMatch | undefined): bigint | undefined {
    if (match === undefined) return undefined;
    const bits = this.globDomain(axis).covering(globPatterns(axis, match));
    return match.negated ? this.dimension(axis).full & ~bits : bits;
  }
}

const globPatterns = (axis: GlobAxis, match: GlobMatch | undefined): Pattern[] =>
  (match?.patterns ?? []).map((text) => ({ kind: axis === 'action' ? 'action' : 'glob', text }));

function orUndecidable<T>(build: () => T): T | UndecidableError {
  try {
    return build();
  } catch (error) {
    if (error instanceof UndecidableError) return error;
    throw error;
  }
}
