import { asText } from '../../lib/model/as-text.ts';
import { readLeafTest } from './leaf-test.ts';
import { NotUnderstood } from './not-understood.ts';
import { isRecord, type Json, type Pattern } from './pattern.ts';

/** Longest pattern that is evaluated; EventBridge itself takes 2,048 characters unless an account asked for more. */
const longest = 16_384;

/**
 * Event pattern of an EventBridge rule.
 *
 * Fields that it names hold together; of the values of a field one is enough; `$or` takes one of its objects. A value
 * of the event that is a list matches where one of its items does.
 *
 * @throws NotUnderstood for whatever EventBridge does not document.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function readEventPattern(pattern: unknown): Pattern {
  if (JSON.stringify(pattern)?.length > longest)
    throw new NotUnderstood(`an event pattern has more than ${longest} characters`);
  if (!isRecord(pattern))
    throw new NotUnderstood(`an event pattern is ${asText(pattern)}, expected an object`);
  const fields = readFields(pattern, []);
  return {
    matches: (event) => holds(fields, event),
    conditions: (event) => [
      ...fields.all.map((field) => ({ written: field.path.join('.'), holds: fieldHolds(field, event) })),
      ...fields.any.map((branches) => ({
        written: '$or',
        holds: branches.some((branch) => holds(branch, event)),
      })),
    ],
    compared: comparedIn(fields),
    alternatives: alternativesOf(pattern).map(({ written, without }) => ({
      written,
      rest: () => readEventPattern(without),
    })),
  };
}

interface Field {
  readonly path: readonly string[];
  readonly tests: readonly ReturnType<typeof readLeafTest>[];
}
interface Fields {
  readonly all: readonly Field[];
  /** Of each list one has to hold. */
  readonly any: readonly (readonly Fields[])[];
}

function readFields(pattern: { readonly [key: string]: Json }, above: readonly string[]): Fields {
  const all: Field[] = [];
  const any: (readonly Fields[])[] = [];
  for (const [name, value] of Object.entries(pattern)) {
    const path = [...above, name];
    if (name === '$or') any.push(branchesOf(value, above).map((branch) => readFields(branch, above)));
    else if (Array.isArray(value)) {
      if (value.length === 0) throw new NotUnderstood(`${path.join('.')} is [], which nothing matches`);
      all.push({ path, tests: value.map((one: Json) => readLeafTest(one, path.join('.'))) });
    } else if (isRecord(value)) {
      const inner = readFields(value, path);
      if (inner.all.length + inner.any.length === 0) throw new NotUnderstood(`${path.join('.')} is {}`);
      all.push(...inner.all);
      any.push(...inner.any);
    } else throw new NotUnderstood(`${path.join('.')} is ${asText(value)}, expected a list or an object`);
  }
  return { all, any };
}

function branchesOf(value: Json | undefined, above: readonly string[]): { readonly [key: string]: Json }[] {
  const at = [...above, '$or'].join('.');
  if (!Array.isArray(value) || value.length < 2 || !value.every(isRecord))
    throw new NotUnderstood(`${at} is ${asText(value)}, expected a list of two objects or more`);
  return value;
}

const holds = ({ all, any }: Fields, event: Json): boolean =>
  all.every((field) => fieldHolds(field, event)) &&
  any.every((branches) => branches.some((branch) => holds(branch, event)));

function fieldHolds({ path, tests }: Field, event: Json): boolean {
  const values = leavesAt(event, path);
  return tests.some((test) => test.matches(values));
}

/** Values at a path, the items of lists one by one; objects are none. */
function leavesAt(value: Json | undefined, path: readonly string[]): Json[] {
  if (Array.isArray(value)) {
    // EventBridge wants two fields of one item of a list to be of the same item; no pattern needs that here.
    if (path.length > 0 && value.some(isRecord))
      throw new NotUnderstood(`${path.join('.')} lies within a list of objects`);
    return value.flatMap((item: Json) => leavesAt(item, path));
  }
  const [first, ...rest] = path;
  if (first === undefined) return value === undefined || isRecord(value) ? [] : [value];
  return isRecord(value) && Object.hasOwn(value, first) ? leavesAt(value[first], rest) : [];
}

function comparedIn(fields: Fields, compared = new Map<string, Json[]>()): Map<string, Json[]> {
  for (const { path, tests } of fields.all)
    compared.set(path.join('.'), [
      ...(compared.get(path.join('.')) ?? []),
      ...tests.flatMap(({ operands }) => operands),
    ]);
  for (const branch of fields.any.flat()) comparedIn(branch, compared);
  return compared;
}

interface Removal {
  readonly written: string;
  readonly without: { readonly [key: string]: Json };
}

/** Each value of a list with more of them, and each branch of `$or`. */
function alternativesOf(pattern: { readonly [key: string]: Json }, above = ''): Removal[] {
  return Object.entries(pattern).flatMap(([name, value]): Removal[] => {
    const within = (inner: Json): { readonly [key: string]: Json } => ({ ...pattern, [name]: inner });
    if (isRecord(value))
      return alternativesOf(value, `${above}${name}.`).map(({ written, without }) => ({
        written,
        without: within(without),
      }));
    if (!Array.isArray(value)) return [];
    const list = value as readonly Json[];
    const inBranches =
      name === '$or'
        ? list.flatMap((branch, index) =>
            isRecord(branch)
              ? alternativesOf(branch, above).map(({ written, without }) => ({
                  written,
                  without: within(list.with(index, without)),
                }))
              : [],
          )
        : [];
    if (list.length < 2) return inBranches;
    return [
      ...inBranches,
      ...list.map((one, index) => {
        const rest = list.toSpliced(index, 1);
        // EventBridge takes no `$or` of one; of the same twice it does.
        const left = name === '$or' && rest.length === 1 ? [...rest, ...rest] : rest;
        return { written: `${above}${name} ${asText(one)}`, without: within(left) };
      }),
    ];
  });
}
