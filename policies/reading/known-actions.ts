import { covers } from '../template/glob.ts';
import { iamPrefixes, iamServices } from './iam-actions.ts';
import { canBe } from './resource-kinds.ts';

/** Names of actions in lower case, by service. */
const byService = new Map(
  Object.entries(iamServices).map(([service, { actions }]) => [
    service,
    new Map(Object.entries(actions).map(([name, resources]) => [name.toLowerCase(), resources])),
  ]),
);

const prefixes = new Set(iamPrefixes);

/**
 * An action, or a pattern of actions, that IAM does not know; undefined for the others. Of services that no policy of
 * this project names the data hold the prefix alone.
 */
export function unknownAction(written: string): string | undefined {
  const [service = '', verb] = written.toLowerCase().split(':');
  if (written === '*') return undefined;
  if (verb === undefined || !prefixes.has(service)) return written;
  const known = byService.get(service);
  if (known === undefined || known.has(verb)) return undefined;
  if (!/[*?]/.test(verb)) return written;
  return [...known.keys()].some((name) => covers(verb, name)) ? undefined : written;
}

/**
 * Sentence about an action that does not take a resource, or needs one; undefined where it fits or nothing is known.
 *
 * @param on an ARN, `*` within it for any text, or `*` alone.
 */
export function misplacedAction(action: string, on: string): string | undefined {
  const [service = '', verb = ''] = action.split(':');
  const resources = byService.get(service.toLowerCase())?.get(verb.toLowerCase());
  if (resources === undefined || on === '*' || !on.startsWith('arn:')) return undefined;
  const keys = resources.split(' ').filter(Boolean);
  if (keys.length === 0) return `${action} takes no resource, got ${on}`;
  const name = service.toLowerCase();
  if (keys.some((key) => canBe(name, key, on))) return undefined;
  const arns = keys.map((key) => iamServices[name]?.arns[key]);
  return `${action} takes ${arns.join(' or ')}, got ${on}`;
}

/** Names of the actions of a service that change nothing, as IAM classifies them; none where nothing is on record. */
export const lookingActions = (service: string): readonly string[] =>
  (iamServices[service]?.looks ?? []).map((name) => `${service}:${name}`);

/** Names of the actions of a service that change something, as IAM classifies them. */
export function changingActions(service: string): readonly string[] {
  const { actions = {}, looks = [] } = iamServices[service] ?? {};
  const looking = new Set(looks);
  return Object.keys(actions).flatMap((name) => (looking.has(name) ? [] : [`${service}:${name}`]));
}
