import type { Config } from '../../lib/config/config.ts';
import type { Matter, Vendor } from '../../lib/config/vendor-schema.ts';

/** How large a vendor is to become. */
export interface Size {
  readonly matters: number;
  readonly people: number;
}

/**
 * The first vendor of a configuration grown to a size: its matters again under new ids and groups, and its people
 * again under new ids, each on one of them. Everyone's records stay as good as those they are a copy of.
 */
export function grownConfig(config: Config, vendor: string, size: Size): Config {
  return {
    ...config,
    vendors: config.vendors.map((each) => (each.vendor === vendor ? grownVendor(each, size) : each)),
  };
}

/** One vendor grown to a size. */
export function grownVendor(vendor: Vendor, size: Size): Vendor {
  const matters = copies(vendor.matters, size.matters, (matter, number) => withNewIds(matter, number));
  const models = vendor.people.filter(({ assignments }) => assignments.length > 0);
  const people = copies(vendor.people, size.people, (_, number) => {
    const model = models[number % models.length];
    if (!model) throw new Error(`${vendor.vendor}: got nobody with an assignment, expected somebody`);
    // A copy of the first matter goes to somebody who works on the first matter.
    const assignments = model.assignments.flatMap((assignment) => {
      const at = vendor.matters.findIndex(({ id }) => id === assignment.matter);
      const same = matters.filter((_, index) => index % vendor.matters.length === at);
      const matter = same[Math.floor(number / models.length) % same.length];
      return matter ? [{ ...assignment, matter: matter.id }] : [];
    });
    return { ...model, id: `p-${hex(0xa00000 + number)}`, assignments };
  });
  return { ...vendor, matters, people };
}

function withNewIds(matter: Matter, number: number): Matter {
  const groups = Object.entries(matter.groups).map(([fn, group]) => [fn, `${group}-${hex(number)}`]);
  return { ...matter, id: `m-${hex(0xb00000 + number)}`, groups: Object.fromEntries(groups) };
}

/** The list, and copies of its elements in turn until there are `count`. */
const copies = <T>(list: readonly T[], count: number, copy: (model: T, number: number) => T): T[] =>
  Array.from({ length: Math.max(count, list.length) }, (_, number) =>
    number < list.length ? (list[number] as T) : copy(list[number % list.length] as T, number),
  );

const hex = (number: number): string => number.toString(16).padStart(6, '0');
