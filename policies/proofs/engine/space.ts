import { TooManyClassesError } from '../automata/partition.ts';
import { type Pattern, patternId } from '../automata/pattern.ts';
import type { Condition, GlobMatch, Selector } from '../policy/statement.ts';
import { Box } from './box.ts';
import { type Dimension, setDimension, singleDimension } from './key-dimension.ts';
import { UndecidableError } from './undecidable.ts';
import { everyValue, type TextDomain, type TextDomains, textDomain, valueDomain } from './value-domain.ts';

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
  private readonly dimensions = new Map<string, Dimension>();
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

  dimension(axis: string): Dimension {
    let dimension = this.dimensions.get(axis);
    if (dimension === undefined) {
      dimension = guarded(axis, () => this.build(axis));
      this.dimensions.set(axis, dimension);
    }
    return dimension;
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
        full: everyValue(domain),
        value: domain.witness,
        satisfying: (condition) => domain.matches(condition),
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
      domain = guarded(axis, () =>
        textDomain([...this.globs[axis].values()], texts, this.options.textDomains),
      );
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
    if (!this.narrow(box, 'action', this.globBits('action', actions))) return undefined;
    if (!this.narrow(box, axis, this.globBits('resource', resources))) return undefined;
    for (const condition of conditions)
      if (!this.narrow(box, condition.key, this.satisfying(condition))) return undefined;
    return new Box(box);
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

function guarded<T>(axis: string, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (error instanceof TooManyClassesError) throw new UndecidableError(`${axis}: ${error.message}`);
    throw error;
  }
}
