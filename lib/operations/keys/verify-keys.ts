import { type Finding, UnusableInputError } from '../../model/finding.ts';
import { type KeyFinding, keyDifference, keyDifferences } from './key-differences.ts';
import type { ExpectedKey, LiveKey } from './key-settings.ts';
import type { KeySource } from './key-source.ts';

export interface KeyPair {
  readonly expected: ExpectedKey;
  /** Undefined when KMS knows no key by the alias. */
  readonly live: LiveKey | undefined;
}

export interface KeyVerification {
  readonly pairs: readonly KeyPair[];
  readonly differences: readonly KeyFinding[];
}

/** Enough to hide the latency, far below any KMS request quota. */
const keysAtOnce = 8;

/**
 * Reads every expected key and compares it; also looks for keys under the vendor's aliases that no template
 * describes.
 *
 * @param aliasPrefix for example `alias/lpo/luzon/`.
 * @throws UnusableInputError when a key cannot be read: what was not read was not compared.
 */
export async function verifyKeys(
  expected: readonly ExpectedKey[],
  aliasPrefix: string,
  source: KeySource,
): Promise<KeyVerification> {
  const pairs = await readAll(expected, source);
  const differences = pairs.flatMap((pair) => keyDifferences(pair.expected, pair.live));
  const known = new Set(expected.map(({ region, alias }) => `${region} ${alias}`));
  for (const region of new Set(expected.map((key) => key.region)))
    for (const alias of await source.listAliases(region, aliasPrefix))
      if (!known.has(`${region} ${alias}`))
        differences.push(keyDifference(alias, 'key', `a key in ${region}`, 'no such key'));
  return { pairs, differences };
}

async function readAll(expected: readonly ExpectedKey[], source: KeySource): Promise<KeyPair[]> {
  const pairs: KeyPair[] = [];
  const problems: Finding[] = [];
  const read = async (key: ExpectedKey) => {
    try {
      pairs.push({ expected: key, live: await source.readKey(key.region, key.alias) });
    } catch (error) {
      if (!(error instanceof UnusableInputError)) throw error;
      problems.push(...error.findings);
    }
  };
  for (let start = 0; start < expected.length; start += keysAtOnce)
    await Promise.all(expected.slice(start, start + keysAtOnce).map(read));
  if (problems.length > 0) throw new UnusableInputError(onePerText(problems));
  return pairs.sort((a, b) => expected.indexOf(a.expected) - expected.indexOf(b.expected));
}

/** Expired credentials fail every call alike; once is enough. */
const onePerText = (problems: readonly Finding[]): Finding[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
