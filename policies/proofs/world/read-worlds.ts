import { asText } from '../../../lib/model/as-text.ts';
import { by } from '../../../lib/model/order.ts';
import { readArn } from '../../template/arn.ts';
import type { Assembly, StackTemplate } from '../../template/assembly.ts';
import { partitionOf } from '../../template/partition.ts';
import { PhysicalNames } from '../../template/physical-names.ts';
import { Unresolved } from '../../template/resolve.ts';
import { readNetwork } from '../network/read-network.ts';
import { type Failure, formatPlace, type Statement } from '../policy/statement.ts';
import { refuseUnknownTypes } from './known-types.ts';
import { readControls } from './read-controls.ts';
import { readDeployers } from './read-deployers.ts';
import { readEndpoints } from './read-endpoints.ts';
import { readPrincipals } from './read-principals.ts';
import { readResources } from './read-resources.ts';
import { type Entry, TemplateReader } from './template-reader.ts';
import type { Made, World } from './world.ts';

/** A world for each stage of the assembly, in the order of their names. */
export function readWorlds(assembly: Assembly): World[] {
  const stages = new Map<string, StackTemplate[]>();
  for (const stack of assembly.stacks) {
    const name = stack.id.includes('/') ? (stack.id.split('/')[0] as string) : 'assembly';
    stages.set(name, [...(stages.get(name) ?? []), stack]);
  }
  return [...stages].sort(by(([key]) => key)).map(([name, stacks]) => {
    try {
      return readWorld(name, stacks, assembly);
    } catch (error) {
      return unreadable(name, stacks, assembly, error);
    }
  });
}

/** A property of a shape that no reader foresaw, such as null in a list: nothing is known about this stage. */
function unreadable(
  name: string,
  stacks: readonly StackTemplate[],
  assembly: Assembly,
  error: unknown,
): World {
  const failure = {
    code: 'WORLD-SHAPE',
    place: { stack: name, logicalId: '', path: '' },
    got: asText(error),
    expected: 'properties of the shape CloudFormation asks for; `lpo check` says which are not',
  };
  return { ...readWorld(name, [], assembly), stacks, failures: [failure] };
}

function readWorld(name: string, stacks: readonly StackTemplate[], assembly: Assembly): World {
  const names = new PhysicalNames(assembly, { inventsNames: true, takesDefaults: false });
  const reader = new TemplateReader(names, stacks);
  refuseUnknownTypes(reader);
  const principals = readPrincipals(reader);
  const resources = readResources(reader);
  const controls = readControls(reader);
  const endpoints = readEndpoints(reader);
  const network = readNetwork(reader);
  const statements = [
    ...principals.flatMap(({ trust, identity, boundary }) => [...trust, ...identity, ...(boundary ?? [])]),
    ...resources.flatMap(({ policy }) => policy ?? []),
    ...controls.flatMap((control) => control.statements),
    ...endpoints.flatMap((endpoint) => endpoint.statements),
  ];
  const matters = resources.filter(
    ({ type, tags }) => type === 'AWS::S3::Bucket' && tags['lpo:matter'] !== undefined,
  );
  const { failures } = reader;
  const made = new Map<string, Made[]>();
  return {
    name,
    stacks,
    partition: single(stacks.map(({ region }) => partitionOf(region)?.name ?? '*')) ?? '*',
    account: single(matters.map(({ account }) => account)) ?? stacks[0]?.account ?? '',
    accounts: [...new Set([...stacks.map(({ account }) => account ?? ''), ...accountsIn(statements)])]
      .filter(Boolean)
      .sort(),
    regions: regionsOf(stacks),
    ...organizationOf(statements, failures),
    principals,
    resources,
    controls,
    endpoints,
    network,
    assets: assembly.assets ?? new Map(),
    deployers: readDeployers(stacks, failures),
    types: [...new Set(reader.entries.map(({ resource }) => resource.Type))].sort(),
    ofType: (type) => {
      const known = made.get(type) ?? reader.ofType(type).map((entry) => madeBy(entry, reader, names));
      made.set(type, known);
      return known;
    },
    failures,
  };
}

function madeBy(entry: Entry, reader: TemplateReader, names: PhysicalNames): Made {
  const { stack, resource, logicalId } = entry;
  const named = (reference: object): string => {
    const name = names.resolve(reference, stack);
    return typeof name === 'string' ? name : '';
  };
  const place = reader.place(entry);
  const properties = {};
  for (const [name, value] of Object.entries(resource.Properties ?? {})) {
    const resolved = names.resolve(value, stack);
    Object.defineProperty(properties, name, {
      enumerable: true,
      get: () => {
        if (!(resolved instanceof Unresolved)) return resolved;
        const { got, expected } = resolved;
        throw new Error(`${formatPlace(place)}, Properties.${name}: got ${got}, expected ${expected}`);
      },
    });
  }
  return {
    place,
    account: stack.account ?? '',
    region: stack.region ?? '',
    type: resource.Type,
    reference: named({ Ref: logicalId }),
    arn: named({ 'Fn::GetAtt': [logicalId, 'Arn'] }),
    ...(typeof resource.DeletionPolicy === 'string' && { deletionPolicy: resource.DeletionPolicy }),
    properties,
  };
}

/** Regions of the stacks; organization policies are made elsewhere and hold no data. */
function regionsOf(stacks: readonly StackTemplate[]): string[] {
  const holding = stacks.filter(
    ({ template }) =>
      !Object.values(template.Resources ?? {}).every(({ Type }) => Type === 'AWS::Organizations::Policy'),
  );
  return [...new Set(holding.flatMap(({ region }) => region ?? []))].sort();
}

/** Accounts that policies name as principals. */
function accountsIn(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ principals = [] }) =>
    principals.flatMap((principal) => {
      if (principal.kind === 'account') return [principal.account];
      return principal.kind === 'arn' ? [readArn(principal.arn)?.account ?? ''] : [];
    }),
  );
}

/** The one organization all policies mean. Two different ones are a mistake nobody could see otherwise. */
function organizationOf(statements: readonly Statement[], failures: Failure[]): { organization?: string } {
  let found: string | undefined;
  for (const { conditions, place } of statements) {
    for (const { key, values, operator } of conditions) {
      if (operator.family === 'null') continue;
      if (!/^aws:(principal|resource|source|vpce)orgid$/.test(key)) continue;
      for (const value of values) {
        if (found !== undefined && found !== value) {
          failures.push({
            code: 'WORLD-ORGANIZATION',
            place,
            got: value,
            expected: `${found}, as elsewhere`,
          });
        }
        found ??= value;
      }
    }
  }
  return found === undefined ? {} : { organization: found };
}

const single = (values: readonly string[]): string | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;
