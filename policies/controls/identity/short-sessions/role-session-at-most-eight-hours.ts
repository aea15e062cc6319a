import { resourceCheck } from '../../control';

const role = (properties: object) => ({ Type: 'AWS::IAM::Role', Properties: { ...properties } });

export const roleSessionAtMostEightHours = resourceCheck({
  name: 'role-session-at-most-eight-hours',
  expected: 'a role session lasts at most eight hours, the longest working day',
  mend: 'set MaxSessionDuration to 28800 seconds or less',
  types: ['AWS::IAM::Role'],
  judge(resource) {
    // One hour is what IAM takes when nothing is said.
    const seconds = Number(resource.text('MaxSessionDuration') ?? 3600);
    return seconds <= 28800
      ? []
      : [{ property: 'MaxSessionDuration', found: resource.show('MaxSessionDuration') }];
  },
  good: { 'eight hours': role({ MaxSessionDuration: 28800 }), 'one hour': role({}) },
  bad: {
    'twelve hours': role({ MaxSessionDuration: 43200 }),
    'decided at deployment': role({ MaxSessionDuration: { Ref: 'X' } }),
  },
});
