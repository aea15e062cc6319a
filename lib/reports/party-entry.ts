import { stringify } from 'yaml';
import type { PartyTokens } from '../gates/conflicts/party-tokens.ts';

export interface PartyMatches {
  /** Ids in the register with the same name. */
  readonly same: readonly string[];
  /** Ids in the register whose names look or sound alike. */
  readonly similar: readonly string[];
}

/** The entry for `parties` in conflicts.yaml, or the id under which the register has the party already. */
export function renderPartyEntry({ id, exact, near }: PartyTokens, { same, similar }: PartyMatches): string {
  const notes = similar.map((other) => `# resembles ${other}: have somebody tell them apart (COI-R05)`);
  const entry =
    same.length > 0
      ? [`# already in the register: ${same.join(', ')}`]
      : [stringify([{ id, exact, near }], { lineWidth: 0 }).trimEnd()];
  return `${[...notes, ...entry].join('\n')}\n`;
}
