import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handlerPermissions } from '../policies/proofs/deployment/handler-permissions.ts';

const operations = ['create', 'read', 'update', 'delete'] as const;

interface Schema {
  readonly typeName?: string;
  readonly handlers?: Readonly<Record<string, { readonly permissions?: readonly string[] }>>;
}

type Handlers = Readonly<Partial<Record<(typeof operations)[number], readonly string[]>>>;

/**
 * Actions that CloudFormation's handlers call, taken from a folder of resource schemas: AWS publishes them as
 * `https://schema.cloudformation.<region>.amazonaws.com/CloudformationSchema.zip`.
 *
 * @param asOf date of the download, YYYY-MM-DD
 * @param types further CloudFormation types beside those on record
 * @returns the text of policies/proofs/deployment/handler-permissions.ts
 * @throws Error naming every type that the folder holds no schema of, or no handlers
 */
export function refreshHandlers(folder: string, asOf: string, types: readonly string[] = []): string {
  const schemas = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema)
      .map(({ typeName = '', handlers = {} }) => [typeName, handlers]),
  );
  const wanted = [...new Set([...Object.keys(handlerPermissions.types), ...types])].sort();
  const missing = wanted.filter((type) => Object.keys(schemas.get(type) ?? {}).length === 0);
  if (missing.length > 0)
    throw new Error(
      `${folder}: no handlers of ${missing.join(', ')}; list those by hand in unpublished-handlers.ts`,
    );
  return asSource(
    asOf,
    wanted.map((type) => [
      type,
      Object.fromEntries(
        operations.flatMap((operation) => {
          const permissions = schemas.get(type)?.[operation]?.permissions ?? [];
          return permissions.length > 0 ? [[operation, [...new Set(permissions)].sort()]] : [];
        }),
      ),
    ]),
  );
}

const asSource = (asOf: string, types: readonly (readonly [string, Handlers])[]): string =>
  [
    '// Written by `npm run refresh:handlers`; do not edit.',
    '',
    "/** Operations of a type's handlers and the actions that each calls. */",
    'export interface Handlers {',
    ...operations.map((operation) => `  readonly ${operation}?: readonly string[];`),
    '}',
    '',
    '/** Source: the resource schemas of the CloudFormation registry, which AWS publishes; types of these templates. */',
    'export const handlerPermissions: {',
    '  readonly asOf: string;',
    '  readonly types: Readonly<Record<string, Handlers>>;',
    '} = {',
    `  asOf: ${JSON.stringify(asOf)},`,
    '  types: {',
    ...types.flatMap(([type, handlers]) => [
      `    ${JSON.stringify(type)}: {`,
      ...Object.entries(handlers).map(
        ([operation, permissions]) => `      ${operation}: ${JSON.stringify(permissions)},`,
      ),
      '    },',
    ]),
    '  },',
    '};',
    '',
  ].join('\n');
