import { asText } from '../../../lib/model/as-text.ts';
import type { StackTemplate, TemplateResource } from '../../template/assembly.ts';
import type { PhysicalNames } from '../../template/physical-names.ts';
import { scalarText, Unresolved } from '../../template/resolve.ts';
import { isMultivalued } from '../aws/context-keys.ts';
import { modelPolicy } from '../policy/model-policy.ts';
import type { Failure, Place, Statement } from '../policy/statement.ts';

/** A resource of one stack, with what is needed to read it. */
export interface Entry {
  readonly stack: StackTemplate;
  readonly logicalId: string;
  readonly resource: TemplateResource;
}

/** Properties of resources with every reference resolved; what is not understood becomes a failure. */
export class TemplateReader {
  readonly entries: readonly Entry[];
  readonly failures: Failure[] = [];

  constructor(
    private readonly names: PhysicalNames,
    stacks: readonly StackTemplate[],
  ) {
    this.entries = stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources ?? {}).map(([logicalId, resource]) => ({
        stack,
        logicalId,
        resource,
      })),
    );
  }

  fail(code: string, place: Place, got: string, expected: string): void {
    this.failures.push({ code, place, got, expected });
  }

  /** A value with every reference resolved; undefined, and a failure, when one is not understood. */
  resolve(value: unknown, stack: StackTemplate, place: Place): unknown {
    const resolved = this.names.resolve(value, stack);
    if (!(resolved instanceof Unresolved)) return resolved;
    this.fail('WORLD-INTRINSIC', place, resolved.got, resolved.expected);
    return undefined;
  }

  /** A resolved value as text; undefined, and a failure, when it is none. */
  textOf(value: unknown, place: Place): string | undefined {
    const text = scalarText(value);
    if (text === undefined) this.fail('WORLD-VALUE', place, JSON.stringify(value), 'a text');
    return text;
  }

  ofType(type: string): Entry[] {
    return this.entries.filter(({ resource }) => resource.Type === type);
  }

  place({ stack, logicalId }: Entry, path = ''): Place {
    return { stack: stack.id, logicalId, path };
  }

  /** Reports every property that is not in the list. */
  knowsOnly(entry: Entry, known: readonly string[]): void {
    for (const name of Object.keys(entry.resource.Properties ?? {})) {
      if (known.includes(name)) continue;
      const got = `${entry.resource.Type} ${name}`;
      this.fail(
        'WORLD-PROPERTY',
        this.place(entry, `Properties.${name}`),
        got,
        'a property the prover models',
      );
    }
  }

  text(entry: Entry, property: string): string | undefined {
    const value = this.value(entry, property);
    return value === undefined ? undefined : this.textOf(value, this.place(entry, `Properties.${property}`));
  }

  value(entry: Entry, property: string): unknown {
    const place = this.place(entry, `Properties.${property}`);
    return this.resolve(entry.resource.Properties?.[property], entry.stack, place);
  }

  list(entry: Entry, property: string): unknown[] {
    const value = this.value(entry, property);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  }

  /** Value that `Ref` of an entry returns. */
  reference(entry: Entry): string {
    return this.named(entry, { Ref: entry.logicalId });
  }

  attribute(entry: Entry, name: string): string {
    return this.named(entry, { 'Fn::GetAtt': [entry.logicalId, name] });
  }

  arn(entry: Entry): string {
    return this.attribute(entry, 'Arn');
  }

  private named(entry: Entry, reference: object): string {
    const name = this.resolve(reference, entry.stack, this.place(entry));
    return typeof name === 'string' ? name : '';
  }

  /** `Tags`, as a list of Key and Value or as a map. */
  tags(entry: Entry): Record<string, string> {
    const specifications = this.value(entry, 'TagSpecifications');
    const tags = Array.isArray(specifications)
      ? specifications.flatMap((each: { Tags?: unknown }) => each.Tags ?? [])
      : this.value(entry, 'Tags');
    if (tags === undefined) return {};
    if (!Array.isArray(tags))
      return Object.fromEntries(Object.entries(tags as object).map(([k, v]) => [k, asText(v)]));
    return Object.fromEntries(
      tags.map((tag: { Key?: unknown; Value?: unknown }) => [asText(tag.Key), asText(tag.Value)]),
    );
  }

  policy(
    entry: Entry,
    document: unknown,
    path: string,
    kind: 'identity' | 'resource' | 'trust',
  ): Statement[] {
    const place = this.place(entry, path);
    const resolved = this.resolve(document, entry.stack, place);
    if (resolved === undefined) return [];
    const { statements, failures } = modelPolicy(resolved, { place, kind, isMultivalued });
    this.failures.push(...failures);
    return [...statements];
  }
}
