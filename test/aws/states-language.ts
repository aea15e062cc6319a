/**
 * Runs a state machine of the Amazon States Language (JSONPath) through real functions: the subset this
 * project writes, and an error for everything else. A library exists, but it wants Node 22.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface RunOptions {
  /** Stands for the Lambda function of every Task. */
  readonly invoke: (payload: Json, state: string) => Promise<unknown>;
  /** Called before each state; throwing here is the machine itself going down. */
  readonly onState?: (state: string, input: Json) => void;
  /** What the clock shows after waiting until a time; Wait states call it. */
  readonly waitUntil?: (timestamp: string) => Promise<void>;
}

class ExecutionFailed extends Error {
  constructor(
    readonly error: string,
    readonly reason: string,
  ) {
    super(`${error}: ${reason}`);
  }
}

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
}
interface State {
  readonly Type: string;
  readonly [field: string]: unknown;
}
export interface Machine {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly ProcessorConfig?: unknown;
}

const fields: Readonly<Record<string, readonly string[]>> = {
  Task: ['Resource', 'Parameters', 'ResultPath', 'TimeoutSeconds', 'Retry', 'Catch', 'Next', 'End'],
  Parallel: ['Branches', 'ResultSelector', 'Catch', 'Next'],
  Succeed: [],
  Pass: ['Parameters', 'Result', 'ResultPath', 'Next', 'End'],
  Wait: ['TimestampPath', 'Next', 'End'],
  Map: ['ItemsPath', 'ItemSelector', 'ItemProcessor', 'MaxConcurrency', 'ResultPath', 'Next', 'End'],
};

export async function run(machine: Machine, input: Json, options: RunOptions): Promise<Json> {
  let data = input;
  let name: string | undefined = machine.StartAt;
  while (name !== undefined) {
    const state: State | undefined = machine.States[name];
    if (!state) throw new Error(`no state ${name}`);
    const known = fields[state.Type];
    const strange = Object.keys(state).filter((field) => field !== 'Type' && !known?.includes(field));
    if (!known || strange.length > 0)
      throw new Error(`state ${name}: ${state.Type} with ${strange.join(', ')} is not in the subset`);
    options.onState?.(name, data);
    const [output, next] = await step(name, state, data, options);
    data = output;
    if (next === undefined && state.End !== true && state.Type !== 'Succeed')
      throw new Error(`state ${name} neither ends nor goes on`);
    name = next;
  }
  return data;
}

async function step(name: string, state: State, data: Json, options: RunOptions): Promise<[Json, string?]> {
  const next = state.Next as string | undefined;
  if (state.Type === 'Wait') {
    if (!options.waitUntil) throw new Error('a Wait state without a clock');
    await options.waitUntil(read(data, state.TimestampPath as string) as string);
    return [data, next];
  }
  if (state.Type === 'Succeed') return [data];
  if (state.Type === 'Parallel') {
    const results = await Promise.all((state.Branches as Machine[]).map((each) => run(each, data, options)));
    return [fill(state.ResultSelector as Json, results), next];
  }
  const payload = state.Parameters === undefined ? data : fill(state.Parameters as Json, data);
  if (state.Type === 'Pass') return [write(data, state.ResultPath as string, payload), next];
  if (state.Type === 'Map') {
    const items = read(data, state.ItemsPath as string) as Json[];
    const each = items.map((value) => {
      const context = { ...(data as object), __item: value } as Json;
      return fill(state.ItemSelector as Json, context, value);
    });
    const results = await Promise.all(each.map((item) => run(state.ItemProcessor as Machine, item, options)));
    return [write(data, state.ResultPath as string, results), next];
  }
  return task(name, state, data, payload, options);
}

async function task(
  name: string,
  state: State,
  data: Json,
  payload: Json,
  options: RunOptions,
): Promise<[Json, string?]> {
  const attempts = new Map<Retrier, number>();
  for (;;) {
    try {
      // Lambda takes and gives JSON, never the objects themselves.
      const result = await options.invoke(copy(payload), name);
      return [write(data, state.ResultPath as string, copy(result as Json)), state.Next as string];
    } catch (thrown) {
      if (!(thrown instanceof Error) || thrown instanceof MachineDown) throw thrown;
      const retrier = ((state.Retry ?? []) as Retrier[]).find((each) => catches(each.ErrorEquals, thrown));
      const tried = retrier ? (attempts.get(retrier) ?? 0) : 0;
      if (retrier && tried < retrier.MaxAttempts) {
        attempts.set(retrier, tried + 1);
        continue;
      }
      const handler = (
        (state.Catch ?? []) as { ErrorEquals: string[]; ResultPath: string; Next: string }[]
      ).find((each) => catches(each.ErrorEquals, thrown));
      const Cause = JSON.stringify({ errorType: thrown.name, errorMessage: thrown.message, trace: [] });
      if (!handler) throw new ExecutionFailed(thrown.name, thrown.message);
      return [write(data, handler.ResultPath, { Error: thrown.name, Cause }), handler.Next];
    }
  }
}

/** The process that runs the machine is gone: no Retry, no Catch. */
export class MachineDown extends Error {}

const catches = (names: readonly string[], error: Error): boolean =>
  names.includes('States.ALL') || names.includes(error.name);

const copy = (value: Json | undefined): Json => JSON.parse(JSON.stringify(value ?? null));

function fill(template: Json, data: Json, item?: Json): Json {
  if (Array.isArray(template)) return template.map((each) => fill(each, data, item));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$')
        ? [key.slice(0, -2), select(value as string, data, item)]
        : [key, fill(value, data, item)],
    ),
  );
}

const select = (path: string, data: Json, item: Json | undefined): Json =>
  path.startsWith('$$.Map.Item.Value')
    ? read(item ?? null, path.replace('$$.Map.Item.Value', '$'))
    : read(data, path);

/** `$`, `$.a.b`, `$.a['b-c']` and `$[0]`. */
function parts(path: string): string[] {
  if (!/^\$(\.[A-Za-z_]\w*|\['[^']+'\]|\[\d+\])*$/.test(path))
    throw new Error(`path ${path} is not in the subset`);
  return [...path.matchAll(/\.([A-Za-z_]\w*)|\['([^']+)'\]|\[(\d+)\]/g)].map(
    ([, a, b, c]) => a ?? b ?? c ?? '',
  );
}

function read(data: Json, path: string): Json {
  let value: Json | undefined = data;
  for (const part of parts(path)) value = (value as Record<string, Json> | undefined)?.[part];
  if (value === undefined) throw new ExecutionFailed('States.ParameterPathFailure', path);
  return value;
}

function write(data: Json, path: string | undefined, value: Json): Json {
  if (path === undefined || path === '$') return value;
  const [first, ...rest] = parts(path);
  const object = (data ?? {}) as Record<string, Json>;
  const inner =
    rest.length === 0
      ? value
      : write(object[first ?? ''] ?? {}, `$${rest.map((r) => `['${r}']`).join('')}`, value);
  return { ...object, [first ?? '']: inner };
}
