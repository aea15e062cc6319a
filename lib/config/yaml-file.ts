import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { FilePlace } from '../model/finding.ts';

/** Steps from the root of a YAML document to a value: field names and list indexes. */
export type YamlPath = readonly (string | number)[];

/** Position in a text, counted from 1. */
export interface Position {
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1. */
  readonly column: number;
}

export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** YAML 1.2, strict, string keys only. Never throws on bad text: errors are in the document. */
export function parseYamlText(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  });
  return { document, lines };
}

/**
 * A YAML file that was read. It keeps the text only: syntax trees of a thousand vendors would fill the
 * memory, and a position is wanted only where there is something to report.
 */
export class YamlFile {
  private static latest: { readonly of: YamlFile; readonly parsed: ParsedYaml } | undefined;

  constructor(
    /** Path of the file. */
    readonly file: string,
    private readonly text: string,
  ) {}

  /** Place of the value at `path`, or of the nearest thing above it that exists, with the file's name. */
  place(path: YamlPath, part: 'key' | 'value' = 'value'): FilePlace {
    return { file: this.file, ...this.position(path, part) };
  }

  /** Position of the value at `path`, or of the nearest thing above it that exists. */
  position(path: YamlPath, part: 'key' | 'value' = 'value'): Position {
    const { document, lines } = this.parsed();
    let node: Node | null | undefined = document.contents;
    let offset = node?.range?.[0] ?? 0;
    path.forEach((step, depth) => {
      const last = depth === path.length - 1;
      const found = child(node, step);
      if (!found) {
        node = undefined;
        return;
      }
      node = found.value;
      offset = (last && part === 'key' ? found.key : (found.value ?? found.key))?.range?.[0] ?? offset;
    });
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  private parsed(): ParsedYaml {
    if (YamlFile.latest?.of !== this) YamlFile.latest = { of: this, parsed: parseYamlText(this.text) };
    return YamlFile.latest.parsed;
  }
}

function child(
  node: Node | null | undefined,
  step: string | number,
): { key: Node | null; value: Node | null } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item ? { key: item, value: item } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
  return pair ? { key: pair.key as Node, value: pair.value as Node | null } : undefined;
}
