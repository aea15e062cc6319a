import { type KeyPatterns, shownKeys } from '../../reading/shown-keys.ts';
import { isClientsChoice } from '../aws/client-choices.ts';
import { mayShowGlobal, type Sender } from '../aws/global-keys.ts';
import type { CallerRole } from '../cases/callers.ts';
import type { Origin } from './job.ts';

const kinds: Partial<Record<CallerRole, Sender['kind']>> = {
  template: 'role',
  deployment: 'deployment',
  stray: 'staff',
  service: 'service',
};

/** Sender of a task's requests. */
export const senderOf = (role: CallerRole, from: Origin): Sender => ({
  kind: kinds[role] ?? 'other',
  way: from === 'endpoint' ? 'endpoint' : from === 'service' ? 'forwarded' : 'direct',
});

interface ShownKeys {
  readonly exact: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

/** Keys that name what a family of others holds: with the one stated, the others are. */
const families: readonly (readonly [stated: string, family: string])[] = [
  ['aws:tagkeys', 'aws:requesttag/'],
  ['kms:encryptioncontextkeys', 'kms:encryptioncontext:'],
];

/**
 * Test for a context key that a job does not state: whether a request of the action may show it all the same. Then the
 * request has to be possible with every value and without one. Of an action that the data do not hold nothing is known,
 * so that it may show any key.
 *
 * @param stated keys that the job states, lower case.
 */
export function mayShow(on: readonly string[], sender: Sender, stated: ReadonlySet<string>) {
  const shown = new Map<string, readonly (ShownKeys | undefined)[]>();
  const settled = families.flatMap(([key, family]) => (stated.has(key) ? [family] : []));
  return (action: string, key: string): boolean => {
    if (isClientsChoice(key) || settled.some((family) => key.startsWith(family))) return false;
    // Source: AWS KMS Developer Guide, "kms:ViaService": a request that a principal makes itself shows none.
    if (key === 'kms:viaservice' && sender.way !== 'forwarded') return false;
    if (mayShowGlobal(key, sender)) return true;
    let each = shown.get(action);
    if (each === undefined) {
      each = [...new Set(on.map((one) => keysOf(action, one)))];
      shown.set(action, each);
    }
    return each.some((keys) => hasKey(keys, key));
  };
}

const hasKey = (shown: ShownKeys | undefined, key: string): boolean =>
  shown === undefined ||
  shown.exact.has(key) ||
  shown.beginnings.some((beginning) => key.startsWith(beginning));

/** By what the data say: many ARNs share one list. */
const known = new Map<string, ShownKeys>();

function keysOf(action: string, on: string): ShownKeys | undefined {
  const patterns = shownKeys(action, on);
  if (patterns === undefined) return undefined;
  const id = patterns.join(' ');
  const keys = known.get(id) ?? split(patterns);
  known.set(id, keys);
  return keys;
}

function split(patterns: KeyPatterns): ShownKeys {
  const isPattern = (pattern: string): boolean => pattern.includes('*');
  return {
    exact: new Set(patterns.filter((pattern) => !isPattern(pattern))),
    beginnings: patterns.filter(isPattern).map((pattern) => pattern.slice(0, pattern.indexOf('*'))),
  };
}
