import { closed, listOf, mapOf } from './closed.ts';
import type { Shape } from './shape.ts';
import { text, words } from './text.ts';

/** Tags of ours that policies and checks read. Any other, `lpo:mfa` on a role, would say what nobody has checked. */
const ours = [
  'data-class',
  'environment',
  'function',
  'legal-hold',
  'matter',
  'owner',
  'rpo-hours',
  'rto-hours',
  'vendor',
  'zone',
];

const isKey = (key: string): boolean =>
  !/^(lpo|aws):/i.test(key) || ours.some((name) => key === `lpo:${name}`);
const key = text(`lpo: and one of ${ours.join(', ')}, or a tag of the firm without lpo: and aws:`, isKey);

/** Tags as a list of `Key` and `Value`. */
export const tags: Shape = listOf(closed({ Key: key, Value: words }));

/** Tags as a map. */
export const tagMap: Shape = mapOf(words, key);
