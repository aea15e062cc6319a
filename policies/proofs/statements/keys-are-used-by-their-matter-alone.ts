import { usesKey } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { among, doing, not } from '../authoring/select.ts';

export const statement: ProofStatement = {
  id: 'keys-are-used-by-their-matter-alone',
  part: 'confidentiality',
  title:
    "Nobody but a matter's own roles can decrypt with its key or lend it out, not even those who administer it",
  property: 'never',
  controls: ['LPO-DAT-01'],
  assert: ({ cases, matters }) =>
    matters.flatMap(({ id, keys, roles }) =>
      keys.map((key) => ({
        subject: `${id}: key`,
        claim: { region: [doing(...usesKey)], cases: cases.onResource(key, not(among(roles))) },
      })),
    ),
};
