import { widened } from '../access/widened.ts';
import { disablesKey, enablesKey } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, inVendorAccount, isRoleOf, not, showing } from '../authoring/select.ts';
import { fact, is } from '../cases/fact.ts';

export const statement: ProofStatement = {
  id: 'only-custodians-disable-keys',
  part: 'integrity',
  title:
    'Only the key custodian and the kill switch can disable a key; only the custodian, as whom an offboarding works, can schedule its deletion or enable it again, with 30 days to come back and never under a legal hold',
  property: 'never',
  controls: ['LPO-DAT-01', 'LPO-IDN-04'],
  assert: ({ world, cases }) => [
    ...world.resources
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
    {
      subject: 'delete a key in less than 30 days, whatever policies',
      claim: {
        region: [
          doing('kms:ScheduleKeyDeletion'),
          showing(fact('NumericLessThan', 'kms:ScheduleKeyDeletionPendingWindowInDays', '30')),
        ],
        cases: cases.onAnything(inVendorAccount(world)).map(widened),
      },
    },
    {
      subject: 'delete a key under a legal hold, whatever policies',
      claim: {
        region: [doing('kms:ScheduleKeyDeletion'), showing(is('aws:ResourceTag/lpo:legal-hold', 'true'))],
        cases: cases.onAnything(inVendorAccount(world)).map(widened),
      },
    },
  ],
};
