import { asText } from '../../lib/model/as-text.ts';
import { parseRange } from '../proofs/engine/ip-range.ts';
import { NotUnderstood } from './not-understood.ts';
import { isRecord, type Json } from './pattern.ts';

/** A value or an operator in the list of a field of an event pattern. */
export interface LeafTest {
  /** True for the values that an event has there; none where it has no such field. */
  readonly matches: (values: readonly Json[]) => boolean;
  /** Values it compares with. */
  readonly operands: readonly Json[];
}

/** @throws NotUnderstood for an operator, or an operand, that EventBridge does not document. */
export function readLeafTest(written: Json, path: string): LeafTest {
  if (!isRecord(written)) {
    if (Array.isArray(written)) throw new NotUnderstood(`${path} holds a list within a list`);
    return { matches: (values) => values.includes(written), operands: [written] };
  }
  const [entry, ...more] = Object.entries(written);
  if (entry === undefined || more.length > 0)
    throw new NotUnderstood(`${path} holds ${asText(written)}, expected one operator`);
  const [operator, operand] = entry;
  if (operator === 'exists') {
    if (typeof operand !== 'boolean') throw unknown(path, written);
    return { matches: (values) => values.length > 0 === operand, operands: [] };
  }
  const test =
    operator === 'anything-but' ? anythingBut(operand, path) : readOperator(operator, operand, path);
  return { matches: (values) => values.some(test.of), operands: test.operands };
}

interface ValueTest {
  readonly of: (value: Json) => boolean;
  readonly operands: readonly Json[];
}

const unknown = (path: string, written: unknown): NotUnderstood =>
  new NotUnderstood(`${path} holds ${asText(written)}, which EventBridge does not document`);

const ofTexts = (test: (text: string) => boolean, ...operands: Json[]): ValueTest => ({
  of: (value) => typeof value === 'string' && test(value),
  operands,
});

function readOperator(operator: string, operand: Json, path: string): ValueTest {
  const fail = () => unknown(path, { [operator]: operand });
  const ignoring = isRecord(operand) && Object.keys(operand).join() === 'equals-ignore-case';
  const text = ignoring ? operand['equals-ignore-case'] : operand;
  if (operator === 'numeric') return numeric(operand, fail);
  if (typeof text !== 'string') throw fail();
  const fold = (each: string): string => (ignoring ? each.toLowerCase() : each);
  switch (operator) {
    case 'prefix':
      return ofTexts((value) => fold(value).startsWith(fold(text)), text);
    case 'suffix':
      return ofTexts((value) => fold(value).endsWith(fold(text)), text);
  }
  if (ignoring) throw fail();
  switch (operator) {
    case 'equals-ignore-case':
      return ofTexts((value) => value.toLowerCase() === text.toLowerCase(), text);
    case 'wildcard':
      return wildcard(text, fail);
    case 'cidr': {
      const range = parseRange(text);
      if (range === undefined) throw fail();
      return ofTexts((value) => {
        const address = value.includes('/') ? undefined : parseRange(value);
        return address !== undefined && range.first <= address.first && address.first <= range.last;
      }, text.split('/')[0] ?? text);
    }
  }
  throw fail();
}

/** `*` for any text; a backslash before `*` or a backslash stands for that sign. */
function wildcard(text: string, fail: () => NotUnderstood): ValueTest {
  if (!/^(?:[^\\*]|\\[*\\]|\*(?!\*))*$/.test(text)) throw fail();
  const parts = [''];
  for (const [, escaped, star, plain] of text.matchAll(/\\([*\\])|(\*)|([^\\*]+)/g))
    if (star === undefined) parts.push(`${parts.pop()}${escaped ?? plain}`);
    else parts.push('');
  return ofTexts((value) => inOrder(parts, value), parts.join('x'));
}

/** True where a text begins with the first part, ends with the last, and has the others between in their order. */
function inOrder(parts: readonly string[], value: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}

const comparisons: Readonly<Record<string, (value: number, than: number) => boolean>> = {
  '=': (value, than) => value === than,
  '<': (value, than) => value < than,
  '<=': (value, than) => value <= than,
  '>': (value, than) => value > than,
  '>=': (value, than) => value >= than,
};

function numeric(operand: Json, fail: () => NotUnderstood): ValueTest {
  if (!Array.isArray(operand) || operand.length % 2 !== 0 || operand.length < 2 || operand.length > 4)
    throw fail();
  const [firstSign, first, secondSign, second] = operand as readonly Json[];
  const read = (sign: Json | undefined, than: Json | undefined): ((value: number) => boolean) => {
    const compare = typeof sign === 'string' ? comparisons[sign] : undefined;
    if (compare === undefined || typeof than !== 'number') throw fail();
    return (value) => compare(value, than);
  };
  const tests = [read(firstSign, first), ...(operand.length === 4 ? [read(secondSign, second)] : [])];
  const bounds = [first, second].filter((bound) => typeof bound === 'number');
  return {
    of: (value) => typeof value === 'number' && tests.every((test) => test(value)),
    operands: bounds.flatMap((bound) => [bound - 1, bound, bound + 1]),
  };
}

function anythingBut(operand: Json, path: string): ValueTest {
  const fail = () => unknown(path, { 'anything-but': operand });
  if (isRecord(operand)) {
    const [entry, ...more] = Object.entries(operand);
    if (entry === undefined || more.length > 0) throw fail();
    const [operator, inner] = entry;
    if (!['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(operator)) throw fail();
    const tests = [inner].flat().map((one) => readOperator(operator, one as Json, path));
    return {
      of: (value) => typeof value === 'string' && !tests.some((test) => test.of(value)),
      operands: tests.flatMap(({ operands }) => operands),
    };
  }
  const values = [operand].flat() as Json[];
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size !== 1 || !(kinds.has('string') || kinds.has('number'))) throw fail();
  return { of: (value) => !values.includes(value), operands: values };
}
