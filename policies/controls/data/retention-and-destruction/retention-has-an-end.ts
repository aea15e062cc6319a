import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { shape } from '../../../authoring/deny/condition-shapes.ts';

const actions = ['s3:PutObject', 's3:PutObjectRetention'];
/** The longest retention a vendor file can ask for is a hundred years; twice that is no bound. */
const longestDays = 36_500;
const above = (days: string) => ({ NumericGreaterThan: { 's3:object-lock-remaining-retention-days': days } });

export const check = bucketDeny({
  control: 'LPO-DAT-07',
  name: 'retention-has-an-end',
  expected: 'the bucket policy denies retention beyond a bound of at most a hundred years',
  fix: `deny ${actions.join(' and ')} where NumericGreaterThan s3:object-lock-remaining-retention-days is the bound`,
  kinds: ['matter'],
  on: 'objects',
  deny: {
    actions,
    trigger: [
      shape(
        ['NumericGreaterThan', 'NumericGreaterThanIfExists'],
        's3:object-lock-remaining-retention-days',
        (values) => values.length > 0 && values.every((value) => Number(value) <= longestDays),
      ),
    ],
    exempting: [],
  },
  good: { 'twice the default': { Action: actions, Condition: above('4384') } },
  bad: {
    'a thousand years': { Action: actions, Condition: above('365000') },
    'uploads only': { Action: 's3:PutObject', Condition: above('4384') },
  },
});
