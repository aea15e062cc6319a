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

/** A shape that depends on the rest of its resource. */
export const when = (choose: (at: At) => Shape): Shape => ({
  expected: 'what fits the rest of the resource',
  misfits: (value, at) => choose(at).misfits(value, at),
});
