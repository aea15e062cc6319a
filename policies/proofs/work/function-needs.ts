import { isObject } from '../../template/template-shape.ts';
import type { Made, World } from '../world/world.ts';
import type { RoleWorker } from './job.ts';

/** A name that the code of a function asks its environment for, and what it has to lead to. */
export interface Setting {
  readonly name: string;
  /** For a reader: `the bucket lpo-meridian-state-…`. */
  readonly leadsTo: string;
  readonly holds: (value: string, fn: Made) => boolean;
}

/** Things that a function cannot do its work without, beside permissions. */
export interface FunctionNeeds {
  readonly role: RoleWorker;
  /** Seconds that its work takes, and the most that whoever calls it waits. */
  readonly seconds: readonly [least: number, most: number];
  /** Why it takes and has no more. */
  readonly because: string;
  readonly megabytes: number;
  readonly settings: readonly Setting[];
  /** Words its code has to hold: names of AWS's SDK and protocols that the work is done with. */
  readonly words: readonly string[];
}

/** A setting that is one text. @param what for a reader, before the text. */
export const named = (name: string, what: string, text: string): Setting => ({
  name,
  leadsTo: `${what} ${text}`.trim(),
  holds: (value) => value === text,
});

/** A setting that names one of the resources the job works on; where none is made, nothing will do. */
export const oneOf = (name: string, what: string, found: readonly { readonly label: string }[]): Setting => ({
  name,
  leadsTo: `${what} ${found.map(({ label }) => label).join(' or ') || 'that no template makes'}`,
  holds: (value) => found.some(({ label }) => label === value),
});

/** A list with commas, in any order; `none` where there is nothing to name. */
export const listed = (name: string, what: string, ids: readonly string[]): Setting => {
  const all = [...ids].sort().join(',') || 'none';
  return { name, leadsTo: `${what} ${all}`, holds: (value) => value.split(',').sort().join(',') === all };
};

/** Three settings of a file that was published with the templates: its bucket, its key and the hash of its bytes. */
export function publishedFile(
  world: World,
  prefix: string,
  what: string,
  isIt: (document: unknown) => boolean,
): Setting[] {
  return [
    {
      name: `${prefix}_BUCKET`,
      leadsTo: "the bucket that the function's stack publishes to",
      holds: (value, fn) =>
        world.stacks.find(({ id }) => id === fn.place.stack)?.deployment?.assets === value,
    },
    {
      name: `${prefix}_KEY`,
      leadsTo: `${what}, published with the templates`,
      holds: (value) => isIt(world.assets.get(value)?.json()),
    },
    {
      name: `${prefix}_SHA256`,
      leadsTo: `the SHA-256 of ${what}`,
      holds: (value, fn) => value === world.assets.get(variablesOf(fn)[`${prefix}_KEY`] as string)?.sha256(),
    },
  ];
}

/** Variables of a function's environment. */
export const variablesOf = ({ properties: { Environment: environment } }: Made): Record<string, unknown> =>
  isObject(environment) && isObject(environment.Variables) ? environment.Variables : {};
