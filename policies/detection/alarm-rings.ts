import { asText } from '../../lib/model/as-text.ts';
import { NotUnderstood } from './not-understood.ts';

/** Data of a metric within one minute. */
export interface Minute {
  readonly sum: number;
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

type State = 'ALARM' | 'OK' | 'INSUFFICIENT_DATA';

/** Arithmetic of an alarm on one metric. */
export interface AlarmSettings {
  readonly statistic: keyof typeof statistics;
  readonly comparison: keyof typeof comparisons;
  readonly threshold: number;
  /** Minutes of one period. */
  readonly minutes: number;
  readonly periods: number;
  readonly datapoints: number;
  readonly missing: 'missing' | 'notBreaching' | 'breaching' | 'ignore';
}

/** Several minutes, or periods, as one. */
export const together = (data: readonly Minute[]): Minute | undefined =>
  data.length === 0
    ? undefined
    : {
        sum: data.reduce((total, { sum }) => total + sum, 0),
        count: data.reduce((total, { count }) => total + count, 0),
        least: Math.min(...data.map(({ least }) => least)),
        most: Math.max(...data.map(({ most }) => most)),
      };

const statistics = {
  Average: ({ sum, count }: Minute) => sum / count,
  Maximum: ({ most }: Minute) => most,
  Minimum: ({ least }: Minute) => least,
  SampleCount: ({ count }: Minute) => count,
  Sum: ({ sum }: Minute) => sum,
} as const;

const comparisons = {
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
} as const;

const signs = {
  GreaterThanOrEqualToThreshold: 'at least',
  GreaterThanThreshold: 'more than',
  LessThanOrEqualToThreshold: 'at most',
  LessThanThreshold: 'less than',
} as const;

/** Longest period that trouble may wait for the end of, in minutes. */
const longest = 60;

/** Longest time that an alarm evaluates, in minutes. Source: CloudWatch User Guide, "Alarm evaluation". */
const horizon = 24 * 60;

/** @throws NotUnderstood for settings that are not evaluated: metric math, percentiles, anomaly bands, short periods. */
export function readAlarm(properties: Readonly<Record<string, unknown>>): AlarmSettings {
  const {
    Statistic,
    ComparisonOperator,
    Threshold,
    Period,
    EvaluationPeriods,
    DatapointsToAlarm = EvaluationPeriods,
    TreatMissingData = 'missing',
  } = properties;
  return {
    statistic: oneOf('Statistic', Statistic, statistics),
    comparison: oneOf('ComparisonOperator', ComparisonOperator, comparisons),
    threshold: number('Threshold', Threshold, Number.isFinite),
    minutes:
      number('Period', Period, (seconds) => seconds >= 60 && seconds % 60 === 0 && seconds <= horizon * 60) /
      60,
    periods: number('EvaluationPeriods', EvaluationPeriods, isCount),
    datapoints: number('DatapointsToAlarm', DatapointsToAlarm, isCount),
    missing: oneOf('TreatMissingData', TreatMissingData, {
      missing: 1,
      notBreaching: 1,
      breaching: 1,
      ignore: 1,
    }),
  };
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

function number(name: string, value: unknown, isRight: (value: number) => boolean): number {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof read === 'number' && isRight(read)) return read;
  throw new NotUnderstood(`${name} is ${asText(value)}`);
}

function oneOf<T extends object>(name: string, value: unknown, known: T): keyof T {
  if (typeof value === 'string' && Object.hasOwn(known, value)) return value as keyof T;
  throw new NotUnderstood(`${name} is ${asText(value)}, expected one of ${Object.keys(known).join(', ')}`);
}

/**
 * Words for why an alarm does not ring at a burst of data, between two times of rest; undefined where it does.
 *
 * It rings where it comes from another state to ALARM, and rests again, so that it can ring once more. Missing data
 * never count towards an alarm here, though CloudWatch sometimes takes them to: what that would add is not relied on.
 *
 * @param burst minute by minute, from the beginning of a period on.
 * @param rest the data of each other minute. @default - none
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export function whySilent(
  settings: AlarmSettings,
  burst: readonly (Minute | undefined)[],
  rest?: Minute,
): string | undefined {
  const { minutes, periods, datapoints, missing } = settings;
  if (datapoints > periods) return `it waits for ${datapoints} of ${periods} periods`;
  if (minutes > longest) return `Period is ${minutes * 60} s, expected ${longest * 60} at most`;
  if (minutes * periods > horizon)
    return `it evaluates ${minutes * periods} minutes, expected ${horizon} at most`;
  const lead = periods + 1;
  const length = lead + Math.ceil(burst.length / minutes) + periods + 1;
  const states: State[] = [];
  const values = Array.from({ length }, (_, period) => {
    const data = Array.from({ length: minutes }, (__, minute) => {
      const at = (period - lead) * minutes + minute;
      return at >= 0 && at < burst.length ? (burst[at] ?? rest) : rest;
    });
    const whole = together(data.filter((one) => one !== undefined));
    return whole && statistics[settings.statistic](whole);
  });
  for (let end = periods; end <= length; end++)
    states.push(stateOf(settings, values.slice(end - periods, end), states.at(-1) ?? 'OK'));
  const calm = rest === undefined ? 'while nothing is logged' : 'while other things are logged';
  if (states[0] === 'ALARM' || states.at(-1) === 'ALARM')
    return missing === 'breaching' || missing === 'ignore'
      ? `TreatMissingData is ${missing}: ${calm} it never rests, and rings once and for ever`
      : `${calm} it is in ALARM: it rings once and for ever`;
  if (states.includes('ALARM')) return undefined;
  const highest = Math.max(...values.slice(lead, lead + 1).map((value) => value ?? 0));
  return `its ${settings.statistic} is ${highest}, expected ${signs[settings.comparison]} ${settings.threshold}${datapoints > 1 ? `, in ${datapoints} of ${periods} periods` : ''}`;
}

function stateOf(
  { comparison, threshold, datapoints, missing }: AlarmSettings,
  values: readonly (number | undefined)[],
  before: State,
): State {
  const known = values.filter((value) => value !== undefined);
  const breaching = known.filter((value) => comparisons[comparison](value, threshold)).length;
  if (breaching >= datapoints) return 'ALARM';
  if (missing === 'breaching' && breaching + values.length - known.length >= datapoints) return 'ALARM';
  if (known.length > 0 || missing === 'notBreaching' || missing === 'breaching') return 'OK';
  return missing === 'ignore' ? before : 'INSUFFICIENT_DATA';
}
