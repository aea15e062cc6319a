import { asText } from '../../lib/model/as-text.ts';
import { isObject } from '../template/template-shape.ts';

export interface MachineState {
  readonly name: string;
  readonly Type?: unknown;
  readonly [field: string]: unknown;
}

/**
 * States that every execution comes to as long as nothing fails, in their order: from `StartAt` along `Next`,
 * with the branches of Parallel and the items of Map where they stand. Behind a Choice nothing is certain.
 *
 * @param machine definition in the Amazon States Language, as text or as read.
 */
export function certainStates(machine: unknown): MachineState[] {
  const { StartAt, States } = read(machine);
  if (!isObject(States)) return [];
  const found: MachineState[] = [];
  let name = StartAt;
  while (typeof name === 'string' && isObject(States[name]) && !found.some((state) => state.name === name)) {
    const state: MachineState = { ...(States[name] as object), name };
    found.push(state);
    name = state.Next;
  }
  return found.flatMap((state) => [
    state,
    ...(Array.isArray(state.Branches) ? state.Branches.flatMap(certainStates) : []),
    ...certainStates(state.ItemProcessor),
  ]);
}

/** True where a state calls the function `name` with `parameters` among what it is given. */
export const calls = (
  { Type, Resource, Parameters }: MachineState,
  name: string,
  parameters: Readonly<Record<string, string>> = {},
): boolean =>
  Type === 'Task' &&
  asText(Resource).endsWith(`:function:${name}`) &&
  Object.entries(parameters).every(([key, value]) => isObject(Parameters) && Parameters[key] === value);

function read(machine: unknown): { readonly StartAt?: unknown; readonly States?: unknown } {
  if (typeof machine !== 'string') return isObject(machine) ? machine : {};
  try {
    const parsed: unknown = JSON.parse(machine);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
