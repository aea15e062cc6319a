import type { Sample, Tripwire, Worker } from '../tripwire.ts';

const ended = (of: Worker, name: string, value: number): Sample => ({
  what: `${value} of ${name} of ${of.value.split(':').at(-1)}`,
  sent: { by: 'metric', of, name, value },
  decides: [],
});

const ends = ['ExecutionsAborted', 'ExecutionsFailed', 'ExecutionsTimedOut'];

/** A clock that stopped looks like one that has nothing to say. */
export const tripwire: Tripwire = {
  what: 'a breach clock that stops',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html',
  rings: ({ machines }) => machines.flatMap((one) => ends.map((name) => ended(one, name, 1))),
  silent: ({ machines }) => machines.flatMap((one) => ends.map((name) => ended(one, name, 0))),
};
