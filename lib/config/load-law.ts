import type { DenyLists } from '../law/deny-lists-schema.ts';
import type { Law } from '../law/law-index.ts';
import { type Finding, UnusableInputError } from '../model/finding.ts';
import { readLaw } from './read-law.ts';

/**
 * The law that is shipped with this package, validated.
 *
 * @throws UnusableInputError with every problem of every file
 */
export function loadLaw(): Law & { readonly denyLists: DenyLists } {
  const problems: Finding[] = [];
  const { jurisdictions, regions, denyLists } = readLaw(problems);
  if (problems.length > 0 || !regions || !denyLists) throw new UnusableInputError(problems);
  return {
    law: jurisdictions.map(({ value }) => value),
    regions: regions.value,
    denyLists: denyLists.value,
  };
}
