import type { ProofStatement } from '../authoring/proof-statement.ts';
import { among } from '../authoring/select.ts';

export const statement: ProofStatement = {
  id: 'matters-are-walled',
  part: 'walls',
  title: 'No role of one matter can do anything at all with the documents or the key of another',
  property: 'never',
  controls: ['LPO-COI-02'],
  assert: ({ cases, matters }) =>
    matters.flatMap((one) =>
      matters
        .filter((other) => other !== one)
        .flatMap((other) =>
          [...other.documents, ...other.keys].map((resource) => ({
            subject: `roles of ${one.id} on ${other.id}: ${resource.type === 'AWS::KMS::Key' ? 'key' : resource.label}`,
            claim: { region: [], cases: cases.onResource(resource, among(one.roles)) },
          })),
        ),
    ),
};
