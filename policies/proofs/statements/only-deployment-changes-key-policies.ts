import { changesWhoUsesKey } from './actions';
import type { ProofStatement } from './proof-statement';
import { doing, isDeployment, not } from './select';

export const onlyDeploymentChangesKeyPolicies: ProofStatement = {
  id: 'only-deployment-changes-key-policies',
  part: 'custody',
  title: 'Only the deployment can change who may use a key, and nobody can lend a key out by a grant',
  property: 'never',
  controls: [],
  assert: ({ world, cases }) =>
    world.resources
      .filter(({ type }) => type === 'AWS::KMS::Key')
      .flatMap((key) => [
        {
          subject: `${key.place.stack} ${key.place.logicalId}: policy`,
          claim: { region: [doing(...changesWhoUsesKey)], cases: cases.onResource(key, not(isDeployment)) },
        },
        {
          subject: `${key.place.stack} ${key.place.logicalId}: grants`,
          claim: { region: [doing('kms:CreateGrant')], cases: cases.onResource(key) },
        },
      ]),
};
