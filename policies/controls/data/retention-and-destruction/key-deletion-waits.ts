import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { allow } from '../../../authoring/fixtures/allow.ts';
import { key } from '../../../authoring/fixtures/key.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { reaches } from '../../../reading/key-actions.ts';
import { vendorName } from '../../../template/names.ts';

const deletable = (properties: object, condition?: object) =>
  key({
    KeyPolicy: {
      Statement: [
        allow({ AWS: roleArn(vendorName('meridian', 'keyCustodian')) }, 'kms:ScheduleKeyDeletion', condition),
      ],
    },
    ...properties,
  });
const hold = { StringNotEquals: { 'aws:ResourceTag/lpo:legal-hold': 'true' } };
const window = { NumericGreaterThanEqualsIfExists: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } };

/** Object Lock does not stop key deletion, so the key needs a hold of its own. */
export const check = resourceCheck({
  control: 'LPO-DAT-07',
  name: 'key-deletion-waits',
  expected: 'deleting a key takes 30 days and is refused while its legal-hold tag is true',
  fix: 'condition kms:ScheduleKeyDeletion on StringNotEquals aws:ResourceTag/lpo:legal-hold true and a window of at least 30 days; leave PendingWindowInDays out or 30',
  types: ['AWS::KMS::Key'],
  judge(resource): Deviation[] {
    const pending = resource.text('PendingWindowInDays') ?? '30';
    const deleting = resource
      .statements('KeyPolicy')
      .filter(
        (statement) =>
          statement.effect === 'Allow' &&
          reaches(statement, ['kms:ScheduleKeyDeletion', 'kms:DeleteImportedKeyMaterial']).length > 0,
      );
    return [
      ...(Number(pending) >= 30 ? [] : [{ property: 'PendingWindowInDays', got: pending }]),
      ...deleting.flatMap(({ conditions, name, path }) => {
        const held = conditions.some(
          ({ operator, key, values }) =>
            operator === 'StringNotEquals' &&
            key === 'aws:resourcetag/lpo:legal-hold' &&
            values.includes('true'),
        );
        const waits = conditions.some(
          ({ operator, key, values }) =>
            /^NumericGreaterThanEquals(IfExists)?$/.test(operator) &&
            key === 'kms:schedulekeydeletionpendingwindowindays' &&
            values.every((value) => Number(value) >= 30),
        );
        return [
          ...(held ? [] : [{ property: path, got: `${name} deletes a key under legal hold` }]),
          ...(waits ? [] : [{ property: path, got: `${name} may choose a window below 30 days` }]),
        ];
      }),
    ];
  },
  good: {
    'held and slow': deletable({}, { ...hold, ...window }),
    'the longest window': deletable({ PendingWindowInDays: 30 }, { ...hold, ...window }),
  },
  bad: {
    'no hold': deletable({}, window),
    'no window': deletable({}, hold),
    'a window of a week': deletable(
      {},
      { ...hold, NumericGreaterThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '7' } },
    ),
    'a resource that waits a week': deletable({ PendingWindowInDays: 7 }, { ...hold, ...window }),
  },
});
