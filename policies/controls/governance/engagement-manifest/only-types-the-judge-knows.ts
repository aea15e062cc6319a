import { resourceCheck } from '../../../authoring/check.ts';

/** Unknown is never safe: a type nobody wrote a check for may be the way out. */
export const check = resourceCheck({
  control: 'LPO-GOV-01',
  name: 'only-types-the-judge-knows',
  expected: 'every resource is of a type that some check looks at, or whose properties are listed',
  fix: 'list its properties in a file of policies/properties, each with its shape or the check that judges it',
  types: '*',
  judge: ({ type }, { judgedTypes }) => (judgedTypes.has(type) ? [] : [{ property: 'Type', got: type }]),
  good: { 'a bucket': { Type: 'AWS::S3::Bucket' } },
  bad: {
    'a type that does not exist': { Type: 'AWS::Foo::Bar' },
    'a type without a check': { Type: 'AWS::GameLift::Fleet' },
    'a custom resource': { Type: 'Custom::Anything' },
  },
});
