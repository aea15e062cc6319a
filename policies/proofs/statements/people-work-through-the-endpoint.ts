import { readsDocuments, usesKey } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { among, doing, showing } from '../authoring/select.ts';
import { fact } from '../cases/fact.ts';

export const statement: ProofStatement = {
  id: 'people-work-through-the-endpoint',
  part: 'access',
  title:
    "People reach a matter's documents only through the workspace's own endpoint, and its key only through S3",
  property: 'never',
  controls: ['LPO-NET-02'],
  assert: ({ cases, matters }) =>
    matters.flatMap(({ id, documents, keys, people }) => [
      ...documents.map((resource) => ({
        subject: `${id}: ${resource.label}`,
        claim: {
          region: [doing(...readsDocuments, 's3:PutObject')],
          cases: cases.outsideEndpoints(resource, among(people)),
        },
      })),
      ...keys.map((key) => ({
        subject: `${id}: key`,
        claim: {
          region: [
            doing(...usesKey),
            showing(fact('StringNotEquals', 'kms:ViaService', `s3.${key.region}.amazonaws.com`)),
          ],
          cases: cases.onResource(key, among(people)),
        },
      })),
    ]),
};
