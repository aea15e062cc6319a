import { parseComment } from './api-as-markdown.ts';
import type { ApiItem } from './extract-api.ts';

/** Exports and members whose comment says nothing, by their canonical reference. Constructors need none. */
export const undocumented = (items: readonly ApiItem[]): string[] =>
  items.flatMap((item) => [
    ...(needsComment(item) && parseComment(item.docComment ?? '').text === ''
      ? [item.canonicalReference]
      : []),
    ...undocumented(item.members ?? []),
  ]);

/** Props stand beside their construct, and a namespace has no comment of its own in declarations. */
const needsComment = ({ kind, name = '' }: ApiItem): boolean =>
  kind !== 'Constructor' && kind !== 'Namespace' && !(kind === 'Interface' && name.endsWith('Props'));
