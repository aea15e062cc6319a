import {
  type AlarmSettings,
  type Minute,
  readAlarm,
  whySilent,
} from '../../../policies/detection/alarm-rings.ts';
import { NotUnderstood } from '../../../policies/detection/not-understood.ts';

const settings: AlarmSettings = {
  statistic: 'Sum',
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 3,
  minutes: 5,
  periods: 1,
  datapoints: 1,
  missing: 'notBreaching',
};
const of = (...values: number[]): Minute => ({
  sum: values.reduce((sum, value) => sum + value, 0),
  count: values.length,
  least: Math.min(...values),
  most: Math.max(...values),
});
const ones = (count: number) => of(...Array<number>(count).fill(1));
const zero = of(0);

test.each<[string, Partial<AlarmSettings>, (Minute | undefined)[], Minute | undefined, RegExp | undefined]>([
  ['three in a minute', {}, [ones(3)], undefined, undefined],
  ['three in three minutes of a period', {}, [ones(1), ones(1), ones(1)], zero, undefined],
  ['two', {}, [ones(2)], zero, /Sum is 2, expected at least 3/],
  ['three in two periods', { minutes: 1 }, [ones(1), ones(2)], zero, /Sum is 1, expected at least 3/],
  ['more than three', { comparison: 'GreaterThanThreshold' }, [ones(3)], zero, /expected more than 3/],
  ['the highest', { statistic: 'Maximum', threshold: 1 }, [ones(1)], zero, undefined],
  [
    'the least, in a minute of its own',
    { statistic: 'Minimum', threshold: 1, minutes: 1 },
    [ones(1)],
    zero,
    undefined,
  ],
  ['the least, beside others', { statistic: 'Minimum', threshold: 1 }, [ones(1)], zero, /Minimum is 0/],
  ['the average', { statistic: 'Average', threshold: 1 }, [ones(4)], zero, /Average is 0\.5/],
  ['how many', { statistic: 'SampleCount' }, [ones(3)], undefined, undefined],
  ['how many, beside others', { statistic: 'SampleCount' }, [ones(3)], zero, /rings once and for ever/],
  ['two periods in a row', { periods: 2, datapoints: 2 }, [ones(3)], zero, /in 2 of 2 periods/],
  ['two periods of both', { periods: 2, datapoints: 2, minutes: 1 }, [ones(3), ones(3)], zero, undefined],
  ['one of three periods', { periods: 3, datapoints: 1 }, [ones(3)], zero, undefined],
  ['more periods than there are', { periods: 1, datapoints: 2 }, [ones(3)], zero, /waits for 2 of 1/],
  ['missing data, as they are', { missing: 'missing' }, [ones(3)], undefined, undefined],
  [
    'missing data are trouble',
    { missing: 'breaching' },
    [ones(3)],
    undefined,
    /breaching: while nothing is logged/,
  ],
  ['missing data are trouble, where none are', { missing: 'breaching' }, [ones(3)], zero, undefined],
  ['missing data keep it', { missing: 'ignore' }, [ones(3)], undefined, /ignore: while nothing is logged/],
  ['missing data keep it, where none are', { missing: 'ignore' }, [ones(3)], zero, undefined],
  [
    'less than three',
    { comparison: 'LessThanThreshold' },
    [ones(3)],
    zero,
    /while other things are logged it is in ALARM/,
  ],
  ['a period of a day', { minutes: 1440 }, [ones(3)], zero, /Period is 86400 s/],
  ['more than a day', { minutes: 60, periods: 25, datapoints: 1 }, [ones(3)], zero, /1500 minutes/],
])('%s', (_, change, burst, rest, why) => {
  const answer = whySilent({ ...settings, ...change }, burst, rest);
  if (why === undefined) expect(answer).toBeUndefined();
  else expect(answer).toMatch(why);
});

const written = {
  Statistic: 'Sum',
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  Threshold: '3',
  Period: 300,
  EvaluationPeriods: 1,
};

test('settings are read with the defaults of CloudWatch', () => {
  expect(readAlarm(written)).toEqual({ ...settings, missing: 'missing' });
});

test.each<[string, object]>([
  ['a percentile', { Statistic: undefined, ExtendedStatistic: 'p99' }],
  ['a band', { ComparisonOperator: 'GreaterThanUpperThreshold' }],
  ['no threshold', { Threshold: undefined }],
  ['a short period', { Period: 10 }],
  ['an odd period', { Period: 90 }],
  ['no periods', { EvaluationPeriods: 0 }],
  ['half a period', { DatapointsToAlarm: 0.5 }],
  ['a word of nobody', { TreatMissingData: 'forget' }],
  ['a name that every object has', { Statistic: 'toString' }],
])('%s is not understood', (_, change) => {
  expect(() => readAlarm({ ...written, ...change })).toThrow(NotUnderstood);
});
