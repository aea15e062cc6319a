import { iamServices } from './iam-actions.ts';
import { iamContextKeys } from './iam-context-keys.ts';
import { canBe } from './resource-kinds.ts';

/** Patterns of context keys, lower case. */
export type KeyPatterns = readonly string[];

const byAction = new Map<string, ReadonlyMap<string, KeyPatterns>>();

/** Keys of a service's actions, lower case, by the action's name in lower case. */
export function keysByAction(service: string): ReadonlyMap<string, KeyPatterns> {
  let actions = byAction.get(service);
  if (actions === undefined) {
    actions = new Map(
      Object.entries(iamContextKeys[service]?.ofActions ?? {}).flatMap(([keys, names]) => {
        const patterns = keys.split(' ');
        return names.split(' ').map((name): [string, KeyPatterns] => [name.toLowerCase(), patterns]);
      }),
    );
    byAction.set(service, actions);
  }
  return actions;
}

/**
 * Context keys that requests of an action on an ARN may show, beside the global ones; undefined where the data hold nothing
 * about the action, so that nothing is known. Source: Service Authorization Reference.
 *
 * @param on an ARN, `*` within it for any text, or `*` alone.
 */
export function shownKeys(action: string, on: string): KeyPatterns | undefined {
  const [service = '', verb = ''] = action.toLowerCase().split(':');
  const known = iamServices[service];
  const name = known && namesOf(service).get(verb);
  if (known === undefined || name === undefined) return undefined;
  const { ofResources = {} } = iamContextKeys[service] ?? {};
  const kinds = (known.actions[name] ?? '')
    .split(' ')
    .filter((kind) => !on.startsWith('arn:') || canBe(service, kind, on));
  return [
    ...(keysByAction(service).get(verb) ?? []),
    ...kinds.flatMap((kind) => ofResources[kind]?.split(' ') ?? []),
  ];
}

const names = new Map<string, ReadonlyMap<string, string>>();

/** Actions as the data write them, by their name in lower case. */
function namesOf(service: string): ReadonlyMap<string, string> {
  let known = names.get(service);
  if (known === undefined) {
    known = new Map(
      Object.keys(iamServices[service]?.actions ?? {}).map((name) => [name.toLowerCase(), name]),
    );
    names.set(service, known);
  }
  return known;
}
