import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { apiAsMarkdown } from '../../tools/api/api-as-markdown.ts';
import { type ApiItem, extractApi } from '../../tools/api/extract-api.ts';
import { undocumented } from '../../tools/api/undocumented.ts';

const prop = (name: string, type: string, docComment = ''): ApiItem => ({
  kind: 'PropertySignature',
  canonicalReference: `p!VaultProps#${name}:member`,
  name,
  docComment,
  excerptTokens: [{ text: `readonly ${name}: ` }, { text: type }, { text: ';' }],
});

const props: ApiItem = {
  kind: 'Interface',
  canonicalReference: 'p!VaultProps:interface',
  name: 'VaultProps',
  excerptTokens: [{ text: 'export interface VaultProps ' }],
  members: [
    prop('days', '1 | 2', '/**\n * Days it is kept,\n * at most.\n *\n * @default 2\n */\n'),
    prop('bare', 'string'),
    prop('tagOnly', 'string', '/**\n * @default - none\n */\n'),
  ],
};

test('a page has a row for each member, with its type, its sentence and its default', () => {
  const lines = apiAsMarkdown('closed-room', [props]).split('\n');
  expect(lines).toContain('## VaultProps');
  expect(lines).toContain('export interface VaultProps');
  expect(lines).toContain('| `days` | `1 \\| 2` | Days it is kept, at most. _default:_ 2 |');
  expect(lines).toContain('| `bare` | `string` |  |');
});

test('a member without a sentence of its own is undocumented, wherever it stands', () => {
  const names: ApiItem = {
    kind: 'Namespace',
    canonicalReference: 'p!n:namespace',
    name: 'n',
    members: [props],
  };
  expect(undocumented([names])).toEqual(['p!VaultProps#bare:member', 'p!VaultProps#tagOnly:member']);
});

describe('a type that an export mentions', () => {
  const root = resolve(import.meta.dirname, '../..');
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entry-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const extract = (text: string) => {
    writeFileSync(join(folder, 'index.d.ts'), text);
    writeFileSync(join(folder, 'days.d.ts'), '/** A number of days. */\nexport type Days = 1 | 2;\n');
    return extractApi(root, join(folder, 'index.d.ts')).map(({ name }) => name);
  };
  const vault = `import type { Days } from './days.d.ts';\nexport interface Vault { readonly days: Days; }\n`;

  test('is an error where the entry does not export it', () => {
    expect(() => extract(vault)).toThrow('(ae-forgotten-export) The symbol "Days" needs to be exported');
  });

  test('is none where it does', () => {
    expect(extract(`${vault}export type { Days } from './days.d.ts';\n`)).toEqual(['Days', 'Vault']);
  });
});

test('the type of a schema is cut: what it says is in config/schema', () => {
  const schema = (lines: number): ApiItem => ({
    kind: 'Variable',
    canonicalReference: 'p!schema:var',
    name: 'schema',
    docComment: '/** A schema. */',
    excerptTokens: [{ text: `schema: Z<{\n${'  a: string;\n'.repeat(lines)}}>` }],
  });
  expect(apiAsMarkdown('p', [schema(50)])).toContain('schema: Z<{ … }>');
  expect(apiAsMarkdown('p', [schema(3)])).toContain('schema: Z<{\n  a: string;');
});
