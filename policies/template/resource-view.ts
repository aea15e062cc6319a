import type { TemplateResource } from './assembly.ts';
import { readPolicy } from './policy/read-policy.ts';
import { formatFault, type Statement } from './policy/statement.ts';
import { Unresolved } from './resolve.ts';
import { isObject } from './template-shape.ts';
import { type Place, show, textOf, withTokens } from './text.ts';

/** A resource of a template and what a check wants to ask about it. */
export class ResourceView {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  private readonly parsed = new Map<string, readonly Statement[]>();
  private written: string | undefined;
  private tagged: Readonly<Record<string, string>> | undefined;

  constructor(
    readonly logicalId: string,
    readonly resource: TemplateResource,
    readonly place: Place,
  ) {
    this.type = resource.Type;
    this.properties = resource.Properties ?? {};
  }

  /** Value below `Properties` at a dotted path; numbers index lists. */
  get(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>(
        (value, key) => (typeof value === 'object' && value !== null ? (value as never)[key] : undefined),
        this.properties,
      );
  }

  text(path: string): string | undefined {
    return textOf(this.get(path), this.place);
  }

  show(path: string): string {
    return show(this.get(path), this.place);
  }

  list(path: string): readonly unknown[] {
    const value = this.get(path);
    return value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
  }

  /**
   * Statements of the policy document at `path`; none when the property is absent.
   *
   * @throws Error for anything that is not understood; the caller turns that into a finding.
   */
  statements(path: string): readonly Statement[] {
    const known = this.parsed.get(path);
    if (known) return known;
    const document = this.get(path);
    const statements = document === undefined ? [] : this.readStatements(document, path);
    this.parsed.set(path, statements);
    return statements;
  }

  private readStatements(document: unknown, path: string): readonly Statement[] {
    const resolved = withTokens(document, this.place);
    if (resolved instanceof Unresolved) {
      const { got, expected, path: at } = resolved;
      throw new Error(`${at === '' ? path : `${path}.${at}`}: got ${got}, expected ${expected}`);
    }
    const { statements, faults } = readPolicy(resolved, { path });
    if (faults.length > 0) throw new Error(faults.map(formatFault).join('; '));
    return statements;
  }

  /** The properties as JSON, for checks that look for a text anywhere in them. */
  get json(): string {
    this.written ??= JSON.stringify(this.properties);
    return this.written;
  }

  /** Tags whatever the type's way of writing them: a list, a map, or tag specifications. */
  get tags(): Readonly<Record<string, string>> {
    this.tagged ??= this.readTags();
    return this.tagged;
  }

  private readTags(): Readonly<Record<string, string>> {
    const { Tags, BackupVaultTags, BackupPlanTags, HostedZoneTags, TagSpecifications } = this.properties;
    const tags: Record<string, string> = {};
    for (const source of [Tags, BackupVaultTags, BackupPlanTags, HostedZoneTags, TagSpecifications])
      for (const [key, value] of pairs(source))
        tags[key] = textOf(value, this.place) ?? JSON.stringify(value);
    return tags;
  }
}

function pairs(source: unknown): [string, unknown][] {
  if (Array.isArray(source))
    return source.flatMap((one) =>
      isObject(one) && one.Tags !== undefined
        ? pairs(one.Tags)
        : isObject(one) && typeof one.Key === 'string'
          ? [[one.Key, one.Value] as [string, unknown]]
          : [],
    );
  return isObject(source) ? Object.entries(source) : [];
}
