import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { reaches } from '../../../reading/key-actions.ts';

const key = (properties: object, Condition?: object) => ({
  Type: 'AWS::KMS::Key',
  Properties: {
    KeyPolicy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::200000000001:role/lpo-meridian-key-custodian' },
          Action: 'kms:ScheduleKeyDeletion',
          Resource: '*',
          ...(Condition ? { Condition } : {}),
        },
      ],
    },
    ...properties,
  },
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
    'held and slow': key({}, { ...hold, ...window }),
    'the longest window': key({ PendingWindowInDays: 30 }, { ...hold, ...window }),
  },
  bad: {
    'no hold': key({}, window),
    'no window': key({}, hold),
    'a window of a week': key(
      {},
      { ...hold, NumericGreaterThanEquals: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '7' } },
    ),
    'a resource that waits a week': key({ PendingWindowInDays: 7 }, { ...hold, ...window }),
  },
});
