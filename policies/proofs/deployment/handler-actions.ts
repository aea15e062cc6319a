import { asText } from '../../../lib/model/as-text.ts';
import { covers } from '../../template/glob.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Made } from '../world/world.ts';
import { type Handlers, handlerPermissions } from './handler-permissions.ts';
import { notActions, onlyToGiveUp, onlyWith, refusedLater } from './handler-uses.ts';
import { furtherActions, unpublishedHandlers } from './unpublished-handlers.ts';

/** Operations of CloudFormation on a resource. */
export type Operation = (typeof operations)[number];

const operations = ['create', 'read', 'update', 'delete'] as const;

/** Handlers of a type; undefined where nothing is on record. */
export const handlersOf = (type: string): Handlers | undefined =>
  own(handlerPermissions.types, type) ?? own(unpublishedHandlers, type);

/** Actions that one operation on a resource calls, for the properties that it has. */
export function actionsOf(made: Pick<Made, 'properties' | 'type'>, operation: Operation): string[] {
  const named = [
    ...(handlersOf(made.type)?.[operation] ?? []),
    ...(operation === 'create' ? further(made) : []),
  ];
  const spared = [
    ...notActions,
    ...patterns(onlyToGiveUp, made.type, () => true),
    ...patterns(onlyWith, made.type, (property) => !has(made, property)),
    ...(operation === 'create' ? [] : (own(refusedLater, made.type) ?? [])),
  ];
  return named
    .map((action) => action.replace(/^[^:]+/, (service) => service.toLowerCase()))
    .filter((action) => !spared.some((pattern) => covers(pattern, action)));
}

/** Actions that the handlers of every type on record call, whatever its properties. */
export const handledActions = (): readonly string[] => {
  handled ??= [
    ...new Set(
      [...Object.keys(handlerPermissions.types), ...Object.keys(unpublishedHandlers)].flatMap((type) =>
        operations.flatMap((operation) => actionsOf({ type, properties: {} }, operation)),
      ),
    ),
  ];
  return handled;
};

let handled: readonly string[] | undefined;

const further = (made: Pick<Made, 'properties' | 'type'>): string[] =>
  Object.entries(own(furtherActions, made.type) ?? {}).flatMap(([property, { actions }]) =>
    has(made, property) ? actions : [],
  );

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const patterns = (
  table: typeof onlyWith,
  type: string,
  wanted: (property: string) => boolean,
): readonly string[] =>
  Object.entries(own(table, type) ?? {}).flatMap(([property, actions]) => (wanted(property) ? actions : []));

function has({ properties }: Pick<Made, 'properties'>, written: string): boolean {
  const [path = '', value] = written.split('=');
  let found: unknown = properties;
  for (const name of path.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, name)) return false;
    found = found[name];
  }
  return value === undefined || covers(value, asText(found));
}
