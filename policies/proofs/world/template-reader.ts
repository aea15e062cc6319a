import type { StackTemplate, TemplateResource } from '../../template/assembly.ts';
import { isMultivalued } from '../aws/context-keys.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Place, Statement } from '../policy/statement.ts';
import type { Resolver } from './resolve.ts';

/** One resource of one stack, with what is needed to read it. */
export interface Entry {
  readonly stack: StackTemplate;
  readonly logicalId: string;
  readonly resource: TemplateResource;
}

/** Reads properties of resources; every property it does not understand is a failure of the resolver. */
export class TemplateReader {
  readonly entries: readonly Entry[];

  constructor(
    readonly resolver: Resolver,
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
      this.resolver.fail(
        'WORLD-PROPERTY',
        this.place(entry, `Properties.${name}`),
        got,
        'a property the prover models',
      );
    }
  }

  text(entry: Entry, property: string): string | undefined {
    const place = this.place(entry, `Properties.${property}`);
    return this.resolver.text(entry.resource.Properties?.[property], entry.stack, place);
  }

  value(entry: Entry, property: string): unknown {
    const place = this.place(entry, `Properties.${property}`);
    return this.resolver.value(entry.resource.Properties?.[property], entry.stack, place);
  }

  list(entry: Entry, property: string): unknown[] {
    const value = this.value(entry, property);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  }

  arn({ stack, logicalId, resource }: Entry): string {
    const arn = this.resolver.value(
      { 'Fn::GetAtt': [logicalId, 'Arn'] },
      stack,
      this.place({ stack, logicalId, resource }),
    );
    return typeof arn === 'string' ? arn : '';
  }

  /** `Tags`, as a list of Key and Value or as a map. */
  tags(entry: Entry): Record<string, string> {
    const specifications = this.value(entry, 'TagSpecifications');
    const tags = Array.isArray(specifications)
      ? specifications.flatMap((each: { Tags?: unknown }) => each.Tags ?? [])
      : this.value(entry, 'Tags');
    if (tags === undefined) return {};
    if (!Array.isArray(tags))
      return Object.fromEntries(Object.entries(tags as object).map(([k, v]) => [k, String(v)]));
    return Object.fromEntries(
      tags.map((tag: { Key?: unknown; Value?: unknown }) => [String(tag.Key), String(tag.Value)]),
    );
  }

  policy(
    entry: Entry,
    document: unknown,
    path: string,
    kind: 'identity' | 'resource' | 'trust',
  ): Statement[] {
    const place = this.place(entry, path);
    const resolved = this.resolver.value(document, entry.stack, place);
    if (resolved === undefined) return [];
    const { statements, failures } = parsePolicy(resolved, { place, kind, isMultivalued });
    this.resolver.failures.push(...failures);
    return [...statements];
  }
}
