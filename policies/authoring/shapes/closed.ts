import { isObject } from '../../template/template-shape.ts';
import { show } from '../../template/text.ts';
import { isAbsent, misfit, plainTree } from './plain-value.ts';
import type { At, Misfit, Shape } from './shape.ts';

type Fields = Readonly<Record<string, Shape>>;

/** Fields of an object that are not listed, and those that have not their shape. */
export function misfitsIn(fields: Fields, object: Readonly<Record<string, unknown>>, at: At): Misfit[] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (isAbsent(value)) return [];
    const path = at.path === '' ? name : `${at.path}.${name}`;
    return Object.hasOwn(fields, name)
      ? (fields[name] as Shape).misfits(value, { ...at, path })
      : [
          {
            property: path,
            got: show(value, at.stack),
            expected: `nothing but ${Object.keys(fields).join(', ')}`,
          },
        ];
  });
}

/** An object with these fields, each of them optional, and no other. */
export const closed = (fields: Fields): Shape => ({
  expected: `an object with nothing but ${Object.keys(fields).join(', ')}`,
  inside: fields,
  misfits(value, at) {
    const tree = plainTree(value, at);
    return isObject(tree) ? misfitsIn(fields, tree, at) : [misfit(value, at, this.expected)];
  },
});

/** A list of items of one shape; a single item stands for a list of one. */
export const listOf = (item: Shape): Shape => ({
  expected: `a list, each item ${item.expected}`,
  inside: item,
  misfits: (value, at) =>
    [plainTree(value, at)]
      .flat()
      .flatMap((one, index) =>
        isAbsent(one) ? [] : item.misfits(one, { ...at, path: `${at.path}.${index}` }),
      ),
});

/** An object with any names, each of one shape. @param name shape of the names. */
export const mapOf = (item: Shape, name?: Shape): Shape => ({
  expected: `names, each with ${item.expected}`,
  inside: item,
  misfits(value, at) {
    const tree = plainTree(value, at);
    if (!isObject(tree)) return [misfit(value, at, this.expected)];
    return Object.entries(tree).flatMap(([key, of]) => {
      const here = { ...at, path: `${at.path}.${key}` };
      return [...(name?.misfits(key, here) ?? []), ...item.misfits(of, here)];
    });
  },
});

/** One of some shapes, by the rest of the resource; nothing where none of them is chosen. */
export const when = <K extends string>(
  choices: Readonly<Record<K, Shape>>,
  choose: (at: At) => K | undefined,
): Shape => ({
  expected: 'what fits the rest of the resource',
  choices: Object.values(choices),
  misfits(value, at) {
    const choice = choose(at);
    return choice === undefined
      ? [misfit(value, at, 'nothing, as the rest of the resource is')]
      : choices[choice].misfits(value, at);
  },
});
