import { readsDocuments, usesKey } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { among, doing, showing } from '../authoring/select.ts';
import { fact } from '../cases/fact.ts';

export const statement: ProofStatement = {
  id: 'people-work-with-mfa',
  part: 'access',
  title: 'People read and decrypt only in sessions that the identity provider marks as opened with MFA',
  property: 'never',
  controls: ['LPO-IDN-01'],
  assert: ({ cases, matters }) =>
    matters.flatMap(({ id, documents, keys, people }) =>
      [...documents, ...keys].map((resource) => ({
        subject: `${id}: ${resource.type === 'AWS::KMS::Key' ? 'key' : resource.label}`,
        claim: {
          region: [
            doing(...readsDocuments, ...usesKey),
            showing(fact('StringNotEquals', 'aws:PrincipalTag/lpo:mfa', 'true')),
          ],
          cases: cases.onResource(resource, among(people)),
        },
      })),
    ),
};
