import { edited, named, refusals, room, type Template, work } from './dead-room.ts';

/** A change of one resource: of the first of its type whose logical id or properties say `which`. */
export interface Plant {
  readonly planted: string;
  readonly job: string;
  readonly at: readonly [stack: string, type: string, which?: RegExp];
  readonly change: (properties: Template) => void;
  /** Words of the refusal, the culprit among them. */
  readonly says: RegExp;
}

/** The room with it planted. */
const planted = ({ at: [stack, type, which = /./], change }: Pick<Plant, 'at' | 'change'>) =>
  edited(stack, (resources) => {
    const [, resource] = named(resources, type, (properties, logicalId) =>
      which.test(`${logicalId} ${JSON.stringify(properties)}`),
    );
    change(resource.Properties);
  });

/** Sets properties; undefined takes one away. */
export const set =
  (properties: Template) =>
  (of: Template): void => {
    Object.assign(of, properties);
    for (const [name, value] of Object.entries(properties)) if (value === undefined) delete of[name];
  };

/** Sets variables of a function's environment. */
export const variables = (values: Template) => (of: Template) => set(values)(of.Environment.Variables);

/** Edits the definition of a state machine. */
export const inDefinition = (edit: (definition: Template) => void) => (of: Template) => {
  const definition = JSON.parse(of.DefinitionString);
  edit(definition);
  of.DefinitionString = JSON.stringify(definition);
};

/** A plant without the place that it shares with others. */
export type Short = readonly [planted: string, change: (properties: Template) => void, says: RegExp];

/** Plants of one place. */
export const plants = (job: string, at: Plant['at'], ...rows: readonly Short[]): Plant[] =>
  rows.map(([what, change, says]) => ({ planted: what, job, at, change, says }));

const whole = new Map<string, readonly string[]>();

/** What a job says of the room with something planted; of the room as it is, it says nothing. */
export function saidOf({ job, at, change }: Pick<Plant, 'job' | 'at' | 'change'>): string[] {
  const statements = work.filter(({ id }) => id === job);
  const before = whole.get(job) ?? refusals(room, statements);
  whole.set(job, before);
  expect(statements).toHaveLength(1);
  expect(before).toEqual([]);
  return refusals(planted({ at, change }), statements);
}
