import { covers } from '../template/glob.ts';
import { conditionKeys } from './condition-keys.ts';

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

const keysIn = (list: string): Keys => {
  const all = list.split(/\s+/).filter(Boolean);
  return { exact: new Set(all), patterns: all.filter((key) => key.includes('*')) };
};

const byPrefix = new Map<string, Keys>();

function keysOf(prefix: string): Keys {
  const keys = byPrefix.get(prefix) ?? keysIn(prefix === 'aws' ? globalKeys : (conditionKeys[prefix] ?? ''));
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
  const { exact, patterns } = keysOf(prefix);
  return !exact.has(name) && !patterns.some((pattern) => covers(pattern, name));
}
