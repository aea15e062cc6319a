import { disablesKey, enablesKey } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, isRoleOf, not } from '../authoring/select.ts';

export const statement: ProofStatement = {
  id: 'only-custodians-disable-keys',
  part: 'integrity',
  title:
    'Only the key custodian and the kill switch can disable a key; only the custodian, as whom an offboarding works, can schedule its deletion or enable it again',
  property: 'never',
  controls: ['LPO-DAT-01', 'LPO-IDN-04'],
  assert: ({ world, cases }) =>
    world.resources
      .filter(({ type }) => type === 'AWS::KMS::Key')
      .flatMap((key) => [
        {
          subject: `${key.place.stack} ${key.place.logicalId}: disable`,
          claim: {
            region: [doing('kms:DisableKey')],
            cases: cases.onResource(key, not(isRoleOf(world, ['keyCustodian', 'containment']))),
          },
        },
        {
          subject: `${key.place.stack} ${key.place.logicalId}: delete or enable`,
          claim: {
            region: [doing(...disablesKey.filter((action) => action !== 'kms:DisableKey'), ...enablesKey)],
            cases: cases.onResource(key, not(isRoleOf(world, ['keyCustodian']))),
          },
        },
      ]),
};
