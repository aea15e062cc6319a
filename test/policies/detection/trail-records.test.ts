import { objectCalled, recordOf } from '../../../policies/detection/cloudtrail-record.ts';
import { NotUnderstood } from '../../../policies/detection/not-understood.ts';
import { trailRecords } from '../../../policies/detection/trail-records.ts';
import { exampleRoom } from '../../support/example-room.ts';

type Fields = ReturnType<typeof recordOf>;

const field = (Field: string, condition: object) => ({ Field, ...condition });
const management = field('eventCategory', { Equals: ['Management'] });
const objects = [
  field('eventCategory', { Equals: ['Data'] }),
  field('resources.type', { Equals: ['AWS::S3::Object'] }),
];
const trail = (fields: readonly object[], more: object = {}) => ({
  IsLogging: true,
  IsMultiRegionTrail: true,
  AdvancedEventSelectors: [{ FieldSelectors: fields }],
  ...more,
});
const call = recordOf(exampleRoom, 'kms:DisableKey');
const { sent } = objectCalled(exampleRoom, 'GetObject', 'bucket-a', 'x.pdf');
const object = sent.by === 'trail' ? sent.record : {};

// Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
test.each<[string, Fields, object, boolean]>([
  ['management', call, trail([management]), true],
  ['management is no data', object, trail([management]), false],
  ['an object', object, trail(objects), true],
  [
    'another type',
    object,
    trail([objects[0] as object, field('resources.type', { Equals: ['AWS::Lambda::Function'] })]),
    false,
  ],
  [
    'objects of a bucket',
    object,
    trail([...objects, field('resources.ARN', { StartsWith: ['arn:aws:s3:::bucket-'] })]),
    true,
  ],
  [
    'but one',
    object,
    trail([
      ...objects,
      field('resources.ARN', {
        StartsWith: ['arn:aws:s3:::bucket-'],
        NotStartsWith: ['arn:aws:s3:::bucket-a/'],
      }),
    ]),
    false,
  ],
  ['by the end', object, trail([...objects, field('resources.ARN', { NotEndsWith: ['.pdf'] })]), false],
  ['reads', object, trail([...objects, field('readOnly', { Equals: ['true'] })]), true],
  ['writes', object, trail([...objects, field('readOnly', { Equals: ['false'] })]), false],
  [
    'all but one service',
    call,
    trail([management, field('eventSource', { NotEquals: ['kms.amazonaws.com'] })]),
    false,
  ],
  [
    'a field that it has not',
    call,
    trail([management, field('errorCode', { Equals: ['AccessDenied'] })]),
    false,
  ],
  ['stopped', call, trail([management], { IsLogging: false }), false],
  ['as a text', call, trail([management], { IsLogging: 'true' }), true],
  [
    'another Region',
    { ...call, awsRegion: 'us-east-1' },
    trail([management], { IsMultiRegionTrail: false }),
    false,
  ],
  [
    'no Region',
    recordOf(exampleRoom, 'iam:CreateUser'),
    trail([management], { IncludeGlobalServiceEvents: false }),
    false,
  ],
])('%s', (_, record, properties, expected) => {
  expect(trailRecords(properties as Fields, 'eu-west-2', record)).toBe(expected);
});

test.each<[string, object]>([
  ['basic selectors', trail([], { AdvancedEventSelectors: undefined })],
  ['no fields', trail([])],
  ['a field of nobody', trail([field('mood', { Equals: ['good'] })])],
  ['an operator of nobody', trail([field('eventCategory', { Matches: ['.*'] })])],
])('%s is not understood', (_, properties) => {
  expect(() => trailRecords(properties as Fields, 'eu-west-2', call)).toThrow(NotUnderstood);
});
