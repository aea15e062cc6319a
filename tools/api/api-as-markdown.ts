import type { ApiItem } from './extract-api.ts';

/** One page: every export of an entry with its comment, its signature and a table of its members. */
export function apiAsMarkdown(specifier: string, items: readonly ApiItem[]): string {
  return [
    `# ${specifier}`,
    'Generated from the docstrings by `npm run api`; do not edit.',
    ...items.map((item) => section(item, '##')),
    '',
  ].join('\n\n');
}

function section(item: ApiItem, level: '##' | '###'): string {
  const { text, blocks } = parseComment(item.docComment ?? '');
  const members = item.members ?? [];
  const parts = [`${level} ${item.name}`, text, ...blocks.map(({ tag, body }) => `\`@${tag}\` ${body}`)];
  if (item.kind === 'Namespace') parts.push(...members.map((member) => section(member, '###')));
  else {
    parts.push(`\`\`\`ts\n${signature(item)}\n\`\`\``);
    const listed = members.filter(({ kind }) => kind !== 'Constructor');
    if (listed.length > 0)
      parts.push(['| Member | Type | Meaning |', '| --- | --- | --- |', ...listed.map(row)].join('\n'));
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

function row(member: ApiItem): string {
  const [head = '', ...rest] = signature(member)
    .replace(/^readonly /, '')
    .replace(/;$/, '')
    .split(': ');
  const { text, blocks } = parseComment(member.docComment ?? '');
  const notes = blocks.map(({ tag, body }) => `_${tag}:_ ${body}`);
  const cells = [code(head), code(rest.join(': ')), [text, ...notes].filter(Boolean).join(' ')];
  return `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

/** Lines of a constant's type from which it is cut: that of a schema repeats `config/schema`. */
const longestType = 24;

function signature({ kind, excerptTokens = [] }: ApiItem): string {
  const text = excerptTokens
    .map((token) => token.text)
    .join('')
    .trim();
  const [first = '', ...rest] = text.split('\n');
  return kind === 'Variable' && rest.length >= longestType ? `${first} … ${rest.at(-1)?.trim()}` : text;
}

/** A comment without its stars, apart from what its tags say. */
export function parseComment(comment: string): { text: string; blocks: { tag: string; body: string }[] } {
  const plain = comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/\s*$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n');
  const [text = '', ...tagged] = plain.split(/^@(?=\w)/m);
  return {
    text: text.trim(),
    blocks: tagged.map((block) => {
      const [, tag = '', body = ''] = /^(\w+)\s*([\s\S]*)$/.exec(block) ?? [];
      return { tag, body: body.trim().replace(/\s+/g, ' ') };
    }),
  };
}
