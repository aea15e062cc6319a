import { covers } from '../template/glob.ts';
import { conditionKeys } from './condition-keys.ts';
import { keysByAction } from './shown-keys.ts';

/**
 * Global condition keys in lower case, without `aws:`; `*` for the key of a tag.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, read 2026-11-28.
 */
const globalKeys = `
  principalarn principalaccount principalorgpaths principalorgid principaltag/* principalisawsservice principalservicename
  principalservicenameslist principaltype userid username
  assumedroot federatedprovider tokenissuetime signinsessionarn multifactorauthage multifactorauthpresent chatbotsourcearn
  ec2instancesourcevpc ec2instancesourceprivateipv4 sourceidentity viacustomerdomain
  sourceip sourcevpc sourcevpcarn sourcevpce vpceaccount vpceorgid vpceorgpaths vpcsourceip
  resourceaccount resourceorgid resourceorgpaths resourcetag/*
  calledvia calledviafirst calledvialast calledviaawsmcp viaawsservice viaawsmcpservice currenttime epochtime referer
  requestedregion requesttag/* tagkeys securetransport sourceaccount sourcearn sourceorgid sourceorgpaths useragent
  ismcpserviceaction`;

interface Keys {
  readonly exact: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

const holds = ({ exact, patterns }: Keys, name: string): boolean =>
  exact.has(name) || patterns.some((pattern) => covers(pattern, name));

const keysIn = (list: string): Keys => {
  const all = list.split(/\s+/).filter(Boolean);
  return { exact: new Set(all), patterns: all.filter((key) => key.includes('*')) };
};

const byPrefix = new Map<string, Keys>();

function keysOf(prefix: string): Keys {
  const listed = Object.hasOwn(conditionKeys, prefix) ? conditionKeys[prefix] : undefined;
  const keys = byPrefix.get(prefix) ?? keysIn(prefix === 'aws' ? globalKeys : (listed ?? ''));
  byPrefix.set(prefix, keys);
  return keys;
}

/**
 * True for a condition key, in lower case, that AWS sends with no request at all. An identity provider's domain comes
 * with keys of its own.
 */
export function isUnknownKey(key: string): boolean {
  const colon = key.indexOf(':');
  const [prefix, name] = [key.slice(0, Math.max(colon, 0)), key.slice(colon + 1)];
  if (prefix.includes('.')) return false;
  return !holds(keysOf(prefix), name);
}

const known = new Map<string, boolean>();

/**
 * True for a key of S3, in lower case, that comes with none of the actions of a pattern. S3 answers "Conditions do not apply to
 * combination of actions and resources in statement".
 */
export function isKeyOfOtherActions(action: string, key: string): boolean {
  const [, pattern = ''] = action.toLowerCase().split(':');
  const [prefix, name = ''] = key.split(/:(.*)/s);
  if (prefix !== 's3') return false;
  const question = `${pattern} ${name}`;
  const answer =
    known.get(question) ??
    ![...keysByAction('s3')].some(
      ([one, keys]) => covers(pattern, one) && keys.some((each) => covers(each, `s3:${name}`)),
    );
  known.set(question, answer);
  return answer;
}
