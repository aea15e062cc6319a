import { changesKeyPolicy } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, isDeployment, not, showing } from '../authoring/select.ts';
import { fact } from '../cases/fact.ts';

export const statement: ProofStatement = {
  id: 'only-deployment-changes-key-policies',
  part: 'integrity',
  title:
    'Only the deployment can change who may use a key, and nobody can lend a key to anyone but an AWS service by a grant',
  property: 'never',
  controls: ['LPO-IDN-04', 'LPO-DAT-01'],
  assert: ({ world, cases }) =>
    world.resources
      .filter(({ type }) => type === 'AWS::KMS::Key')
      .flatMap((key) => [
        {
          subject: `${key.place.stack} ${key.place.logicalId}: policy`,
          claim: { region: [doing(...changesKeyPolicy)], cases: cases.onResource(key, not(isDeployment)) },
        },
        {
          subject: `${key.place.stack} ${key.place.logicalId}: grants`,
          claim: {
            region: [
              doing('kms:CreateGrant'),
              showing(fact('BoolIfExists', 'kms:GrantIsForAWSResource', 'false')),
            ],
            cases: cases.onResource(key),
          },
        },
      ]),
};
