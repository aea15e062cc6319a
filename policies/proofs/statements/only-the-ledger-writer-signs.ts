import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, isRoleOf, not } from '../authoring/select.ts';

export const statement: ProofStatement = {
  id: 'only-the-ledger-writer-signs',
  part: 'integrity',
  title: 'Only the writer of the ledger can sign with a key, so a checkpoint is its word and nobody else’s',
  property: 'never',
  controls: ['LPO-LOG-02', 'LPO-DAT-01'],
  assert: ({ world, cases }) =>
    world.resources
      .filter(({ type }) => type === 'AWS::KMS::Key')
      .map((key) => ({
        subject: `${key.place.stack} ${key.place.logicalId}: sign`,
        claim: {
          region: [doing('kms:Sign', 'kms:GenerateMac')],
          cases: cases.onResource(key, not(isRoleOf(world, ['ledgerWriter'], 'any'))),
        },
      })),
};
