import { resourceCheck } from '../../../authoring/check.ts';
import { role } from '../../../authoring/fixtures/role.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { longestSessionHours } from '../../../reading/standard-classes.ts';

const ofClasses = (classes: string) => ({ Tags: tags({ 'lpo:data-class': classes }) });

export const check = resourceCheck({
  control: 'LPO-IDN-03',
  name: 'role-session-at-most-eight-hours',
  expected: 'a role session lasts at most eight hours; ten where lpo:data-class names standard classes alone',
  fix: 'set MaxSessionDuration to 28800 seconds or less',
  types: ['AWS::IAM::Role'],
  judge(resource) {
    // One hour is what IAM takes when nothing is said.
    const seconds = Number(resource.text('MaxSessionDuration') ?? 3600);
    return seconds <= longestSessionHours(resource.tags['lpo:data-class']) * 3600
      ? []
      : [{ property: 'MaxSessionDuration', got: resource.show('MaxSessionDuration') }];
  },
  good: {
    'eight hours': role({ MaxSessionDuration: 28800 }),
    'one hour': role({}),
    'ten hours over standard classes': role({
      MaxSessionDuration: 36000,
      ...ofClasses('CONFIDENTIAL_COMMERCIAL+PII_BASIC'),
    }),
  },
  bad: {
    'twelve hours': role({ MaxSessionDuration: 43200 }),
    'ten hours without a class': role({ MaxSessionDuration: 36000 }),
    'ten hours over health data': role({ MaxSessionDuration: 36000, ...ofClasses('PHI+PII_BASIC') }),
    'ten hours over a class nobody knows': role({ MaxSessionDuration: 36000, ...ofClasses('PII_BASICS') }),
    'eleven hours over standard classes': role({ MaxSessionDuration: 39600, ...ofClasses('PII_BASIC') }),
    'decided at deployment': role({ MaxSessionDuration: { Ref: 'X' } }),
  },
});
