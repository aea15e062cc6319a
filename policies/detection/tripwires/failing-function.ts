import type { Sample, Tripwire, Worker } from '../tripwire.ts';

const errors = (of: Worker, value: number): Sample => ({
  what: `${value} errors of ${of.value}`,
  sent: { by: 'metric', of, name: 'Errors', value },
  decides: [],
});

/** Nobody waits for a function: one that fails does so in silence. */
export const tripwire: Tripwire = {
  what: 'a function that fails',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
  rings: ({ functions }) => functions.map((one) => errors(one, 1)),
  silent: ({ functions }) => functions.map((one) => errors(one, 0)),
};
