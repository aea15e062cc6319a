import { type Comparison, type Expression, parseFilter } from './parse-filter.ts';
import { isRecord, type Json, type Pattern } from './pattern.ts';

/**
 * Filter pattern of a metric filter: the form for JSON, `{ ($.a = "x") && ($.b NOT EXISTS) }`, or none, which matches
 * every line. Terms, space-delimited fields and regular expressions are refused: no filter here needs them.
 *
 * @throws NotUnderstood
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
export const readFilterPattern = (text: string): Pattern =>
  text.trim() === ''
    ? { matches: () => true, conditions: () => [], compared: new Map(), alternatives: [] }
    : patternOf(parseFilter(text));

const patternOf = (expression: Expression): Pattern => ({
  matches: (event) => decided(expression, event),
  conditions: (event) =>
    conjuncts(expression).map((one) => ({ written: written(one), holds: decided(one, event) === true })),
  compared: comparedIn(expression),
  alternatives: alternativesOf(expression).map(({ written, without }) => ({
    written,
    rest: () => patternOf(without),
  })),
});

/** Operands of `&&`, and of `&&` among them. */
const conjuncts = (expression: Expression): Expression[] =>
  'path' in expression || expression.operator === '||'
    ? [expression]
    : expression.operands.flatMap(conjuncts);

/** Kleene's logic: what AWS does not document is undefined, and decides nothing. */
function decided(expression: Expression, event: Json): boolean | undefined {
  if ('path' in expression) return compare(expression, valueAt(event, expression.path));
  const values = expression.operands.map((operand) => decided(operand, event));
  const decisive = expression.operator === '||';
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}

/** Value at a path; undefined where there is none. */
function valueAt(event: Json, path: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = event;
  for (const step of path) {
    if (typeof step === 'number')
      value = Array.isArray(value) ? (value[step] as Json | undefined) : undefined;
    else value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

function compare({ operator, operand }: Comparison, value: Json | undefined): boolean | undefined {
  switch (operator) {
    case 'NOT EXISTS':
      return value === undefined;
    case 'EXISTS':
      return value !== undefined;
    case 'IS NULL':
      return value === null;
    case 'IS TRUE':
      return value === true;
    case 'IS FALSE':
      return value === false;
  }
  // To a selector that leads to a list or an object the filter is not applied.
  if (typeof value === 'object' && value !== null) return false;
  // Equality needs a value; what becomes of a difference from nothing is not documented.
  if (value === undefined || value === null) return operator === '!=' ? undefined : false;
  if (typeof operand === 'number') return compareNumbers(operator, value, operand);
  if (typeof value !== 'string') return operand === '*' ? operator === '=' : undefined;
  const equal = matchesText(operand ?? '', value);
  return operator === '=' ? equal : !equal;
}

function compareNumbers(operator: string, value: Json, operand: number): boolean | undefined {
  if (typeof value !== 'number') return operator === '!=' ? undefined : false;
  switch (operator) {
    case '=':
      return value === operand;
    case '!=':
      return value !== operand;
    case '<':
      return value < operand;
    case '<=':
      return value <= operand;
    case '>':
      return value > operand;
    default:
      return value >= operand;
  }
}

/** `*` stands for any text at the beginning and at the end alone: `Ev*ent` is that text itself. */
function matchesText(pattern: string, value: string): boolean {
  if (/^\*+$/.test(pattern)) return true;
  const [before, after] = [pattern.startsWith('*'), pattern.endsWith('*')];
  const text = pattern.slice(before ? 1 : 0, after ? -1 : undefined);
  if (before && after) return value.includes(text);
  if (before) return value.endsWith(text);
  return after ? value.startsWith(text) : value === text;
}

const nameOf = (path: readonly (string | number)[]): string => path.join('.');

function comparedIn(expression: Expression, compared = new Map<string, Json[]>()): Map<string, Json[]> {
  if ('path' in expression) {
    const { path, operand } = expression;
    const values =
      typeof operand === 'number'
        ? [operand - 1, operand, operand + 1]
        : operand === undefined
          ? [null, true, false]
          : [operand.replace(/^\*|\*$/g, '')];
    compared.set(nameOf(path), [...(compared.get(nameOf(path)) ?? []), ...values]);
  } else for (const operand of expression.operands) comparedIn(operand, compared);
  return compared;
}

interface Removal {
  readonly written: string;
  readonly without: Expression;
}

/** Each operand of `||`, wherever it stands. */
function alternativesOf(expression: Expression): Removal[] {
  if ('path' in expression) return [];
  const { operator, operands } = expression;
  return operands.flatMap((operand, index) => {
    const inner = alternativesOf(operand).map(({ written, without }) => ({
      written,
      without: { operator, operands: operands.with(index, without) },
    }));
    return operator === '&&'
      ? inner
      : [
          ...inner,
          { written: written(operand), without: { operator, operands: operands.toSpliced(index, 1) } },
        ];
  });
}

const written = (expression: Expression): string =>
  'path' in expression
    ? `$.${nameOf(expression.path)} ${expression.operator}${expression.operand === undefined ? '' : ` ${JSON.stringify(expression.operand)}`}`
    : expression.operands.map((operand) => `(${written(operand)})`).join(` ${expression.operator} `);
