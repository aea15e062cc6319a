import { NotUnderstood } from './not-understood.ts';

/** Comparison of one field. */
export interface Comparison {
  readonly path: readonly (string | number)[];
  readonly operator: (typeof signs)[number] | (typeof words)[number];
  /** A text, with `*` at either end for any text, or a number. Absent for operators that take none. */
  readonly operand?: string | number;
}

/** Comparisons joined: `&&` before `||`. */
export type Expression =
  | Comparison
  | { readonly operator: '&&' | '||'; readonly operands: readonly Expression[] };

const signs = ['!=', '<=', '>=', '=', '<', '>'] as const;
const words = ['NOT EXISTS', 'EXISTS', 'IS NULL', 'IS TRUE', 'IS FALSE'] as const;

/** Longest pattern that CloudWatch Logs takes. Source: API reference, PutMetricFilter. */
const longest = 1024;

/** Depth of parentheses beyond which nobody wrote it by hand. */
const deepest = 50;

/** @throws NotUnderstood where it is not the form for JSON, with the place. */
export function parseFilter(text: string): Expression {
  if (text.length > longest)
    throw new NotUnderstood(`a filter pattern has ${text.length} characters, expected ${longest} at most`);
  const reader = new Reader(text);
  reader.need(/\{/y, '{, as a filter of JSON begins');
  const expression = either(reader, 0);
  reader.need(/\}/y, 'an operator or }');
  reader.need(/$/y, 'the end');
  return expression;
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  /** Groups of what stands here, past blanks; undefined where it is something else. */
  take(form: RegExp): RegExpExecArray | undefined {
    const blank = /\s*/y;
    blank.lastIndex = this.at;
    form.lastIndex = this.at + (blank.exec(this.text)?.[0].length ?? 0);
    const found = form.exec(this.text) ?? undefined;
    if (found) this.at = form.lastIndex;
    return found;
  }

  need(form: RegExp, expected: string): RegExpExecArray {
    const found = this.take(form);
    if (found === undefined)
      throw new NotUnderstood(
        `a filter pattern has ${JSON.stringify(this.text.slice(this.at).trim().slice(0, 40))}, expected ${expected}`,
      );
    return found;
  }
}

const either = (reader: Reader, depth: number): Expression =>
  joined(reader, '||', /\|\|/y, () => joined(reader, '&&', /&&/y, () => primary(reader, depth)));

function joined(reader: Reader, operator: '&&' | '||', sign: RegExp, next: () => Expression): Expression {
  const operands = [next()];
  while (reader.take(sign)) operands.push(next());
  const [first] = operands;
  return first !== undefined && operands.length === 1 ? first : { operator, operands };
}

function primary(reader: Reader, depth: number): Expression {
  if (depth > deepest)
    throw new NotUnderstood(`a filter pattern has more than ${deepest} parentheses in each other`);
  if (reader.take(/\(/y)) {
    const inner = either(reader, depth + 1);
    reader.need(/\)/y, ')');
    return inner;
  }
  return comparison(reader);
}

function comparison(reader: Reader): Comparison {
  const [, selector = ''] = reader.need(/\$((?:\.[\w-]+|\[\d+\])+)/y, 'a selector, as $.eventName');
  const path = [...selector.matchAll(/\.([\w-]+)|\[(\d+)\]/g)].map(
    ([, name, index]) => name ?? Number(index),
  );
  const word = words.find((each) => reader.take(new RegExp(`${each.replace(' ', '\\s+')}\\b`, 'y')));
  if (word !== undefined) return { path, operator: word };
  const [sign] = reader.need(/!=|<=|>=|=|<|>/y, `one of ${[...signs, ...words].join(', ')}`);
  const operator = signs.find((each) => each === sign) ?? '=';
  const quoted = reader.take(/"([^"\\]*)"/y);
  if (quoted) {
    if (operator !== '=' && operator !== '!=') throw new NotUnderstood(`${sign} is asked of a text`);
    return { path, operator, operand: quoted[1] ?? '' };
  }
  const [plain] = reader.need(/[\w.*:/+-]+/y, 'a text in quotation marks, or a number');
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return { path, operator, operand: Number(plain) };
  if (operator !== '=' && operator !== '!=')
    throw new NotUnderstood(`${sign} is asked of ${plain}, which is no number`);
  return { path, operator, operand: plain };
}
