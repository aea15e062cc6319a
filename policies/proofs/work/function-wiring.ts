import { asText } from '../../../lib/model/as-text.ts';
import { nodeRuntimes } from '../../reading/lambda-runtimes.ts';
import { isObject } from '../../template/template-shape.ts';
import { formatPlace } from '../policy/statement.ts';
import type { Made, World } from '../world/world.ts';
import { type FunctionNeeds, variablesOf } from './function-needs.ts';
import type { Fact } from './job.ts';

/** Facts about the function that works as a role: it finds what it works on, it is given its code, and it can run. */
export function functionIsWired(world: World, needs: FunctionNeeds): Fact[] {
  const role = needs.role.arn.split('/').at(-1);
  const functions = world
    .ofType('AWS::Lambda::Function')
    .filter(({ properties }) => properties.Role === needs.role.arn);
  const parts: readonly (readonly [string, (fn: Made) => readonly string[]])[] = [
    ['finds what it works on', (fn) => strayed(fn, needs)],
    ['is given its code', (fn) => withoutCode(world, fn, needs)],
    ['can run', (fn) => halted(fn, needs)],
  ];
  return parts.map(([part, faults]) => ({
    subject: `the function of ${role} ${part}`,
    decide: () => {
      const witness =
        functions.length === 0
          ? [`no function of the templates works as ${needs.role.arn}`]
          : functions.flatMap(faults);
      return witness.length === 0
        ? { kind: 'proved', because: functions.map(({ place }) => formatPlace(place)) }
        : { kind: 'refuted', witness, culprits: functions.map(({ place }) => formatPlace(place)) };
    },
  }));
}

/** Names that lead elsewhere or are missing, and names that nothing asks for. */
function strayed(fn: Made, { settings }: FunctionNeeds): string[] {
  const given = variablesOf(fn);
  const known = new Set(settings.map(({ name }) => name));
  return [
    ...settings.flatMap(({ name, leadsTo, holds }) => {
      const value = given[name];
      if (value === undefined) return [`it is given no ${name}, expected ${leadsTo}`];
      return typeof value === 'string' && holds(value, fn)
        ? []
        : [`${name} is ${asText(value)}, expected ${leadsTo}`];
    }),
    ...Object.keys(given)
      .filter((name) => !known.has(name))
      .map((name) => `it is given ${name}, which no job knows`),
  ];
}

/** Endings of a file of JavaScript, in the order that Lambda looks for them. */
const endings = ['.js', '.mjs', '.cjs'];

/**
 * A zip of this assembly whose file exports the handler, asks for each setting, and holds the words of its work.
 * Source: Lambda Developer Guide, "Define Lambda function handler in Node.js".
 */
function withoutCode({ assets }: World, { properties }: Made, { settings, words }: FunctionNeeds): string[] {
  const { S3Key: key } = isObject(properties.Code) ? properties.Code : {};
  const asset = typeof key === 'string' ? assets.get(key) : undefined;
  if (asset === undefined)
    return [`its code is ${asText(properties.Code)}, which the assembly does not publish`];
  const handler = asText(properties.Handler);
  const [, file = '', name = ''] = /^([\w-]+)\.(\w+)$/.exec(handler) ?? [];
  const bytes = endings.map((ending) => asset.file(`${file}${ending}`)).find((found) => found !== undefined);
  if (bytes === undefined) return [`Handler is ${handler}, and the asset ${asText(key)} has no such file`];
  const code = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const missing = [...settings.map(({ name: each }) => each), ...words].filter(
    (word) => !says(code, word, bytes),
  );
  return [
    ...(exportsName(code, name, bytes) ? [] : [`Handler is ${handler}, and the file exports no ${name}`]),
    ...missing.map(
      (word) => `the code in ${asText(key)} nowhere says ${word}: it is the code of something else`,
    ),
  ];
}

/** Length of the last part of a bundle: own code stands behind the libraries, and behind it what esbuild exports. */
const tail = 200_000;

const known = new WeakMap<Uint8Array, Map<string, boolean>>();

/** True where the code holds a word. Looked for once a file, which vendors share, and first where own code stands. */
function says(code: Buffer, word: string, of: Uint8Array): boolean {
  const words = known.get(of) ?? new Map<string, boolean>();
  known.set(of, words);
  const found = words.get(word) ?? (code.subarray(-tail).includes(word) || code.includes(word));
  words.set(word, found);
  return found;
}

/** True where a file of CommonJS or of an ES module exports a name. */
function exportsName(code: Buffer, name: string, of: Uint8Array): boolean {
  const last = code.subarray(-2000).toString('latin1');
  return (
    new RegExp(`module\\.exports\\s*=\\s*\\{[^}]*\\b${name}\\b`).test(last) ||
    new RegExp(`export\\s*\\{[^}]*\\b${name}\\b`).test(last) ||
    says(code, `exports.${name}=`, of) ||
    says(code, `exports.${name} =`, of)
  );
}

/** Properties under which Lambda waits for something that no job makes, or runs something else. */
const mustBeAbsent = [
  'CapacityProviderConfig',
  'DurableConfig',
  'FileSystemConfigs',
  'ImageConfig',
  'Layers',
  'SnapStart',
  'TenancyConfig',
  'VpcConfig',
];

/** A function that Lambda does not start, or stops before it is done. */
function halted(
  { properties }: Made,
  { seconds: [least, most], because, megabytes }: FunctionNeeds,
): string[] {
  const {
    Runtime,
    Timeout = 3,
    MemorySize = 128,
    Architectures = ['x86_64'],
    PackageType = 'Zip',
    ReservedConcurrentExecutions: reserved,
  } = properties;
  const runtimes = Object.keys(nodeRuntimes.ends);
  const rows: readonly (readonly [boolean, string])[] = [
    [runtimes.includes(asText(Runtime)), `Runtime is ${asText(Runtime)}, expected ${runtimes.join(' or ')}`],
    [
      Number(Timeout) >= least && Number(Timeout) <= most,
      `Timeout is ${asText(Timeout)} s, expected ${least} to ${most}: ${because}`,
    ],
    [
      Number(MemorySize) >= megabytes && Number(MemorySize) <= 10_240,
      `MemorySize is ${asText(MemorySize)} MB, expected ${megabytes} to 10240`,
    ],
    [
      /^\["(x86_64|arm64)"\]$/.test(JSON.stringify(Architectures)),
      `Architectures is ${asText(Architectures)}, expected x86_64 or arm64`,
    ],
    [PackageType === 'Zip', `PackageType is ${asText(PackageType)}, expected Zip`],
    [
      reserved === undefined || Number(reserved) > 0,
      'ReservedConcurrentExecutions is 0: Lambda refuses every call',
    ],
    ...mustBeAbsent.map(
      (name) =>
        [
          properties[name] === undefined,
          `${name} is ${asText(properties[name])}, and no job knows what it asks for`,
        ] as const,
    ),
  ];
  return rows.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}
