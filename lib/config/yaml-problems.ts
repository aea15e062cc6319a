import { isScalar, type Node, type Pair, visit } from 'yaml';
import { type Finding, inputFinding } from '../model/finding.ts';
import type { ParsedYaml } from './yaml-file.ts';

/** Everything that makes a YAML text unusable before its content is looked at. */
export function yamlProblems(file: string, text: string, { document, lines }: ParsedYaml): Finding[] {
  const found: Finding[] = [];
  const reported = new Set<number>();
  const report = (offset: number, code: string, got: string, expected: string, fix: string): void => {
    const { line, col } = lines.linePos(offset);
    // One slip makes several complaints on its line; the first one names it.
    if (reported.has(line)) return;
    reported.add(line);
    found.push(
      inputFinding({
        code,
        where: { file, line: Math.max(line, 1), column: Math.max(col, 1) },
        got,
        expected,
        fix,
      }),
    );
  };
  if (document.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) return [tooDeep(file)];
  for (const error of document.errors) {
    const [got, expected, fix] = explain(
      error.code,
      error.message,
      text.slice(error.pos[0]).split(/[:\n]/, 1)[0] ?? '',
    );
    report(
      error.pos[0],
      error.code === 'DUPLICATE_KEY' ? 'CFG-DUPLICATE-KEY' : 'CFG-YAML',
      got,
      expected,
      fix,
    );
  }
  if (found.length > 0) return found;
  if (document.directives?.yaml.explicit)
    report(0, 'CFG-YAML', 'a %YAML directive', 'YAML 1.2 without directives', 'remove the directive');
  if (!document.contents)
    report(0, 'CFG-EMPTY', 'an empty file', 'the fields of this kind of file', 'fill it in, or delete it');
  visit(document, {
    Alias: (_key, node) => {
      report(start(node), 'CFG-YAML-ALIAS', `the alias *${node.source}`, 'the value itself', 'write it out');
      return visit.BREAK;
    },
    Node: (_key, node) => {
      const tag = node.tag?.replace('tag:yaml.org,2002:', '!!');
      if (tag) report(start(node), 'CFG-YAML-TAG', `the tag ${tag}`, 'plain values', 'remove the tag');
    },
    Pair: (_key, pair: Pair) => {
      if (isScalar(pair.key) && pair.key.value === '__proto__')
        report(start(pair.key), 'CFG-UNKNOWN-FIELD', '"__proto__"', 'a known field', 'remove it');
    },
  });
  return found;
}

/** The parser recurses, so that thousands of nested brackets exhaust the stack. */
export const tooDeep = (file: string): Finding =>
  inputFinding({
    code: 'CFG-YAML',
    where: { file },
    got: 'values nested hundreds of levels deep',
    expected: 'the few levels of this kind of file',
    fix: 'check that this is the file you meant',
  });

const start = (node: Node): number => node.range?.[0] ?? 0;

function explain(code: string, message: string, key: string): [got: string, expected: string, fix: string] {
  switch (code) {
    case 'DUPLICATE_KEY':
      return [`"${key}" for the second time`, 'each field once', 'keep one of the two'];
    case 'TAB_AS_INDENT':
      return ['a tab', 'indentation by spaces', 'replace tabs by spaces'];
    case 'MULTIPLE_DOCS':
      return ['a second document', 'one document', 'remove the line with ---'];
    default:
      return [
        message.charAt(0).toLowerCase() + message.slice(1),
        'YAML 1.2',
        'mend the syntax here; indentation and quotes are the usual causes',
      ];
  }
}
