import { loadConfig } from '../../config/load-config.ts';
import { readPartyKey } from '../../config/party-key.ts';
import { partyTokens } from '../../gates/conflicts/party-tokens.ts';
import { unusableOption } from '../../model/unusable-option.ts';
import { renderPartyEntry } from '../../reports/party-entry.ts';

export interface RegisterEntryOptions {
  /** File with the key that turns names into tokens. */
  readonly key: string;
  readonly config: string;
  /** Root of the repository, which the key must not lie in. */
  readonly repository: string;
}

/**
 * The entry of a party in the conflict register, as YAML, with those that share a token with it.
 *
 * @param names of the party, aliases after it
 * @throws UnusableInputError without a name, and for a key that is none, or lies where others read it
 */
export function registerEntry(names: readonly string[], options: RegisterEntryOptions): string {
  const secret = readPartyKey(options.key, options.repository);
  const [name, ...aliases] = names;
  if (name === undefined)
    throw unusableOption('standard input', 'without a name', 'a name on the first line');
  const tokens = partyTokens([name, ...aliases], secret);
  const register = loadConfig(options.config).conflicts.parties;
  const sharing = (field: 'exact' | 'near'): string[] =>
    register
      .filter((party) => party[field].some((token) => tokens[field].includes(token)))
      .map(({ id }) => id);
  const same = sharing('exact');
  const similar = sharing('near').filter((id) => !same.includes(id));
  return renderPartyEntry(tokens, { same, similar });
}
