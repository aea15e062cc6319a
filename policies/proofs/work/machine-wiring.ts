import { asText } from '../../../lib/model/as-text.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Made, World } from '../world/world.ts';
import { faultsIn, type Row, withoutFault } from './faults.ts';
import type { Fact } from './job.ts';
import { isMade } from './made.ts';

/** Demands on a state machine, beside the steps that its control asks for. */
export interface MachineNeeds {
  readonly name: string;
  /** Seconds that an execution may take: nothing may end it before. */
  readonly seconds: number;
  /** True where states wait for a time that a notice names. @default false */
  readonly waits?: boolean;
  /** Fields that each step of the function is given, as paths; of steps that are given something else, by their name. */
  readonly given: (step: string) => readonly string[];
}

type State = Readonly<Record<string, unknown>>;

/** States of one level: of a machine, a branch, or the items of a Map. */
interface Level {
  readonly StartAt?: unknown;
  readonly States?: unknown;
}

/**
 * A state machine of this name comes through all of its states, in time, and gives its function what it asks for.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export function machineIsWired(world: World, needs: MachineNeeds): Fact[] {
  const machines = world
    .ofType('AWS::StepFunctions::StateMachine')
    .filter(({ properties }) => properties.StateMachineName === needs.name);
  return [
    isMade(`state machine ${needs.name}`, machines),
    ...machines.flatMap((machine) => [
      withoutFault(`${needs.name} keeps its executions as long as they take`, machine.place, () =>
        faultsIn(settings(machine, needs)),
      ),
      withoutFault(`${needs.name} comes through its states`, machine.place, () => {
        const definition = definitionOf(machine);
        return definition === undefined
          ? ['its definition is no text of JSON that the template tells']
          : levelFaults(world, definition, needs);
      }),
      withoutFault(`${needs.name} logs its steps`, machine.place, () => faultsIn(logs(world, machine))),
    ]),
  ];
}

/** The definition, where the template holds it whole: without names that something else would put in. */
function definitionOf({ properties: { DefinitionString: text } }: Made): (Level & State) | undefined {
  if (typeof text !== 'string' || text.includes('${')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function settings(machine: Made, { seconds }: MachineNeeds): Row[] {
  const { StateMachineType: type, EncryptionConfiguration: encryption } = machine.properties;
  const { TimeoutSeconds: timeout, QueryLanguage: language = 'JSONPath' } = definitionOf(machine) ?? {};
  return [
    [
      (type ?? 'STANDARD') === 'STANDARD',
      `StateMachineType is ${asText(type)}, whose executions end after five minutes`,
    ],
    [
      timeout === undefined || Number(timeout) >= seconds,
      `TimeoutSeconds is ${asText(timeout)}, and an execution may take ${seconds} s`,
    ],
    [language === 'JSONPath', `QueryLanguage is ${asText(language)}, and its states are written in JSONPath`],
    [
      !isObject(encryption) || encryption.Type === 'AWS_OWNED_KEY',
      'EncryptionConfiguration names a key, and no job knows who may use it',
    ],
  ];
}

/** Its log group is one that the templates make, where it stands. */
function logs(world: World, { account, region, properties: { LoggingConfiguration: logging } }: Made): Row[] {
  const groups = world
    .ofType('AWS::Logs::LogGroup')
    .filter((group) => group.account === account && group.region === region)
    .map(({ arn }) => arn);
  const named = objectsIn(isObject(logging) ? logging.Destinations : undefined).map(
    ({ CloudWatchLogsLogGroup: group }) => asText(isObject(group) ? group.LogGroupArn : undefined),
  );
  return [
    [named.length > 0, 'it has no log group'],
    ...named.map(
      (arn): Row => [groups.includes(arn), `its log group is ${arn}, which no template makes there`],
    ),
  ];
}

const nextOf = (state: State): unknown[] => [
  ...(state.Next === undefined ? [] : [state.Next]),
  ...(state.Default === undefined ? [] : [state.Default]),
  ...objectsIn(state.Choices).map(({ Next }) => Next),
  ...objectsIn(state.Catch).map(({ Next }) => Next),
];

const objectsIn = (value: unknown): State[] => [value ?? []].flat().filter(isObject);

/** Types of states that end a level without saying so. */
const ends = ['Choice', 'Fail', 'Succeed'];

function levelFaults(world: World, { StartAt, States }: Level, needs: MachineNeeds): string[] {
  if (!isObject(States)) return ['it has no states'];
  const states = Object.entries(States).filter((entry): entry is [string, State] => isObject(entry[1]));
  const found = new Set<unknown>();
  const open: unknown[] = [StartAt];
  while (open.length > 0) {
    const name = open.pop();
    const state = Object.hasOwn(States, asText(name)) ? States[asText(name)] : undefined;
    if (found.has(name) || !isObject(state)) continue;
    found.add(name);
    open.push(...nextOf(state));
  }
  const missing = [StartAt, ...states.flatMap(([, state]) => nextOf(state))].filter(
    (name) => !Object.hasOwn(States, asText(name)),
  );
  return [
    ...missing.map((name) => `a state leads to ${asText(name)}, which there is not`),
    ...states.flatMap(([name, state]) => [
      ...faultsIn([
        [found.has(name), `nothing leads to the state ${name}`],
        [
          state.Next !== undefined || state.End === true || ends.includes(asText(state.Type)),
          `the state ${name} neither ends nor leads on`,
        ],
        ...stateRows(world, name, state, needs),
      ]),
      ...objectsIn(state.Branches).flatMap((branch) => levelFaults(world, branch, needs)),
      ...objectsIn(state.ItemProcessor).flatMap((items) => levelFaults(world, items, needs)),
    ]),
  ];
}

function stateRows(world: World, name: string, state: State, { waits = false, given }: MachineNeeds): Row[] {
  const lost = ['InputPath', 'OutputPath'].filter((path) => state[path] !== undefined);
  const common: Row[] = [
    [
      lost.length === 0,
      `the state ${name} passes on only ${lost.map((path) => asText(state[path])).join(' and ')}`,
    ],
    [state.ResultPath !== null, `the state ${name} throws away what it gets`],
    [
      state.HeartbeatSeconds === undefined,
      `the state ${name} waits for a heartbeat, which no function sends`,
    ],
    ...given('').flatMap((field) => madeUp(name, state, field)),
  ];
  switch (state.Type) {
    case 'Wait':
      return [
        ...common,
        [waits, `the state ${name} waits, and there is nothing to wait for`],
        [
          typeof state.TimestampPath === 'string',
          `the state ${name} waits for another time than a notice names`,
        ],
      ];
    case 'Map':
      return [
        ...common,
        [
          (state.MaxConcurrency ?? 0) === 0,
          `the state ${name} takes ${asText(state.MaxConcurrency)} at a time: the others wait for the first`,
        ],
        [state.TimeoutSeconds === undefined, `the state ${name} takes no TimeoutSeconds`],
      ];
    case 'Pass':
      return [...common, ...given('').map((field): Row => passedOn(name, state, field))];
    case 'Task':
      return [...common, ...taskRows(world, name, state, given)];
    default:
      return common;
  }
}

/** A field that a state without work has to pass on. */
function passedOn(name: string, { Parameters: parameters }: State, field: string): Row {
  const [path, value] = isObject(parameters)
    ? [parameters[`${field}.$`], parameters[field]]
    : [undefined, undefined];
  // What is collected begins empty, beside what the execution was given.
  const begins =
    isObject(value) && Object.keys(value).length === 0 && Object.values(parameters ?? {}).includes('$');
  return [
    begins || path === '$' || asText(path).endsWith(`.${field}`),
    `the state ${name} passes on no ${field}`,
  ];
}

/** A field that a state makes up, instead of taking it from what it got. */
const madeUp = (name: string, state: State, field: string): Row[] =>
  ['Parameters', 'ItemSelector', 'Result', 'ResultSelector'].map((from): Row => {
    const fields = state[from];
    const value = isObject(fields) ? fields[field] : undefined;
    return [
      value === undefined || (isObject(value) && Object.keys(value).every((key) => key.endsWith('.$'))),
      `the state ${name} makes up its ${field} in ${from}: ${asText(value)}`,
    ];
  });

function taskRows(world: World, name: string, state: State, given: MachineNeeds['given']): Row[] {
  const fn = world
    .ofType('AWS::Lambda::Function')
    .find(({ reference }) => reference === asText(state.Resource).split(':')[6]);
  const takes = Number(fn?.properties.Timeout ?? 3);
  const tried = objectsIn(state.Retry).some(
    ({ ErrorEquals, MaxAttempts = 3 }) =>
      [ErrorEquals].flat().includes('States.ALL') && Number(MaxAttempts) > 0,
  );
  const parameters = isObject(state.Parameters) ? state.Parameters : undefined;
  const fields = parameters === undefined ? [] : given(asText(parameters.step));
  return [
    [fn !== undefined, `the state ${name} calls ${asText(state.Resource)}, which no template makes`],
    [
      state.TimeoutSeconds === undefined || Number(state.TimeoutSeconds) >= takes,
      `the state ${name} gives up after ${asText(state.TimeoutSeconds)} s, and its function takes up to ${takes}`,
    ],
    [tried, `the state ${name} gives up at the first failure of its function`],
    ...fields.map((field): Row => {
      const path = parameters?.[`${field}.$`];
      return [
        path === '$' || asText(path).endsWith(`.${field}`),
        `the state ${name} gives its function ${asText(path)} for ${field}`,
      ];
    }),
  ];
}
