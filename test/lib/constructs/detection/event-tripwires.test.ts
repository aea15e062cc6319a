import { eventTripwires } from '../../../../lib/constructs/detection/event-tripwires.ts';
import { allTripwires } from '../../../../policies/detection/all-tripwires.ts';
import { envelope } from '../../../../policies/detection/bus-event.ts';
import { readEventPattern } from '../../../../policies/detection/event-pattern.ts';
import type { Json } from '../../../../policies/detection/pattern.ts';
import type { Sample } from '../../../../policies/detection/tripwire.ts';
import { exampleRoom } from '../../../support/example-room.ts';

/** The event of a sample on the bus; undefined where it never comes there. */
function onBus({ sent }: Sample): Json | undefined {
  if (sent.by === 'bus') return sent.event;
  if (sent.by !== 'trail') return undefined;
  const service = `${sent.record.eventSource}`.split('.')[0];
  return envelope(exampleRoom, `aws.${service}`, 'AWS API Call via CloudTrail', sent.record);
}

const ringing = (sample: Sample): string[] => {
  const event = onBus(sample);
  return event === undefined
    ? []
    : eventTripwires
        .filter(({ pattern }) => readEventPattern(pattern).matches(event))
        .map(({ name }) => name);
};

test.each<[string, string]>([
  ['a changed key policy', 'key-policy-change'],
  ['a disabled key', 'key-disabled'],
  ['a stopped trail', 'trail-stopped'],
  ['an opened network', 'vpn-opened'],
  ['somebody cut off', 'vpn-cut'],
  ['changed settings of a bucket', 'bucket-settings-change'],
  ['a threat', 'threat'],
  ['malware', 'malware'],
  ['sensitive data', 'sensitive-data'],
  ['access from outside', 'shared-outside'],
  ['access nobody uses', 'shared-outside'],
])('%s rings %s, and nothing else', (what, name) => {
  const samples = allTripwires.find((each) => each.what === what)?.rings(exampleRoom) ?? [];
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) expect([sample.what, ringing(sample)]).toEqual([sample.what, [name]]);
});

test.each(allTripwires.map((tripwire) => [tripwire.what, tripwire] as const))(
  'what happens all the time beside %s rings nothing',
  (_, { silent, reaches }) => {
    const neighbours = reaches === 'log group' ? [] : silent(exampleRoom);
    for (const sample of neighbours) expect([sample.what, ringing(sample)]).toEqual([sample.what, []]);
  },
);
