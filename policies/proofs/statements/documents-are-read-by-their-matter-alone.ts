import { readsDocuments } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { among, doing, not } from '../authoring/select.ts';

export const statement: ProofStatement = {
  id: 'documents-are-read-by-their-matter-alone',
  part: 'confidentiality',
  title:
    "Nobody but a matter's own roles can read or list its documents: no other vendor, no other matter, no administrator",
  property: 'never',
  controls: ['LPO-COI-02', 'LPO-DAT-05'],
  assert: ({ cases, matters }) =>
    matters.flatMap(({ id, documents, roles }) =>
      documents.map((resource) => ({
        subject: `${id}: ${resource.label}`,
        claim: { region: [doing(...readsDocuments)], cases: cases.onResource(resource, not(among(roles))) },
      })),
    ),
};
