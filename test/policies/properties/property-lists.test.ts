import type { Shape } from '../../../policies/authoring/shapes/shape.ts';
import { propertyLists } from '../../../policies/catalogue/property-lists.ts';
import * as files from '../../../policies/properties/index.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import { isObject } from '../../../policies/template/template-shape.ts';
import { room } from '../../support/dead-room.ts';
import { heardBy, isJudge } from '../../support/heard-by.ts';

/** A value that something else judges, by its path; `*` for the items of a list. */
interface Judged {
  readonly type: string;
  readonly path: readonly string[];
  readonly judges: readonly string[];
}

function judgedIn(type: string, shape: Shape, path: readonly string[]): Judged[] {
  const { judges, choices, inside } = shape;
  if (choices) return choices.flatMap((choice) => judgedIn(type, choice, path));
  if (judges) return [{ type, path, judges }];
  if (inside === undefined) return [];
  return 'misfits' in inside
    ? judgedIn(type, inside as Shape, [...path, '*'])
    : Object.entries(inside).flatMap(([name, field]) => judgedIn(type, field, [...path, name]));
}

const judged = Object.entries(propertyLists).flatMap(([type, fields]) =>
  Object.entries(fields).flatMap(([name, shape]) => judgedIn(type, shape, [name])),
);

test('each judge that a list names is a check or a statement', () => {
  const named = new Set(judged.flatMap(({ judges }) => judges));
  expect(named.size).toBeGreaterThan(50);
  expect([...named].filter((judge) => !isJudge(judge))).toEqual([]);
});

test('a type stands in one file', () => {
  const types = Object.values(files).flatMap(({ properties }) => Object.keys(properties));
  expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
});

const nonsense = 'nonsense-9';

/** Copies with nonsense at the path, one for each place it leads to. */
function spoilt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return value === undefined ? [] : [nonsense];
  if (step === '*' && isObject(value))
    return Object.keys(value).flatMap((name) => spoilt(value, [name, ...rest]));
  if (step === '*') {
    const items = [value].flat();
    return items.flatMap((item, at) =>
      spoilt(item, rest).map((one) => items.map((other, index) => (index === at ? one : other))),
    );
  }
  return isObject(value) ? spoilt(value[step], rest).map((one) => ({ ...value, [step]: one })) : [];
}

/** The example with nonsense at the path, once for each place of each resource of the type. */
function* spoiltRooms({ type, path }: Judged): Generator<Assembly> {
  for (const stack of room.stacks)
    for (const [id, resource] of Object.entries(stack.template.Resources ?? {}))
      for (const Properties of resource.Type === type ? spoilt(resource.Properties, path) : []) {
        const Resources = {
          ...stack.template.Resources,
          [id]: { ...resource, Properties: Properties as object },
        };
        const changed = { ...stack, template: { ...stack.template, Resources: Resources as never } };
        yield { ...room, stacks: room.stacks.map((one) => (one === stack ? changed : one)) };
      }
}

const found = judged.filter((one) => !spoiltRooms(one).next().done);

test.each(found.map((one) => [`${one.type} ${one.path.join('.')}`, one] as const))(
  'nonsense in %s is heard by each judge',
  (_name, one) => {
    const deaf = one.judges.filter(
      (judge) => ![...spoiltRooms(one)].some((assembly) => heardBy(judge, assembly).length > 0),
    );
    expect(deaf).toEqual([]);
  },
);
