import { apiAsMarkdown } from '../../tools/api/api-as-markdown.ts';
import type { ApiItem } from '../../tools/api/extract-api.ts';
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
