import { logTripwires } from '../../../../lib/constructs/detection/log-tripwires.ts';
import { allTripwires } from '../../../../policies/detection/all-tripwires.ts';
import { readFilterPattern } from '../../../../policies/detection/filter-pattern.ts';
import type { Sample } from '../../../../policies/detection/tripwire.ts';
import { exampleRoom } from '../../../support/example-room.ts';

const filters = logTripwires(exampleRoom.breakGlassRole);

/** Log tripwires that count a sample often enough. */
const ringing = ({ sent, times = 1 }: Sample): string[] => {
  if (sent.by !== 'trail' && sent.by !== 'log') return [];
  const [line, log] =
    sent.by === 'trail' ? [sent.record, 'trail'] : [sent.line, sent.log === 'dns' ? 'dns-queries' : sent.log];
  return filters
    .filter((each) => each.log === log && times >= (each.threshold ?? 1))
    .filter(({ filter }) => readFilterPattern(filter).matches(line))
    .map(({ name }) => name);
};

test.each<[string, string]>([
  ['a call that an endpoint refused', 'endpoint-denial'],
  ['many refused calls', 'mass-refusal'],
  ['a changed SAML provider', 'saml-provider-change'],
  ['a changed role or policy', 'iam-change'],
  ['a lifted suspension', 'suspension-lifted'],
  ['use of the break-glass role', 'break-glass-use'],
  ['mass download', 'mass-download'],
  ['many names that the DNS firewall refused', 'dns-block'],
  ['a VPN connection from elsewhere', 'vpn-from-elsewhere'],
  ['a VPN connection across a wall', 'vpn-across-a-wall'],
  ['a VPN connection beyond the roster', 'vpn-beyond-roster'],
])('%s rings %s, and nothing else', (what, name) => {
  const samples = allTripwires.find((each) => each.what === what)?.rings(exampleRoom) ?? [];
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) expect([sample.what, ringing(sample)]).toEqual([sample.what, [name]]);
});

// Root without a second factor is both.
test.each([
  ['use of root', 'root-use'],
  ['a sign-in without MFA', 'sign-in-without-mfa'],
])('%s rings %s', (what, name) => {
  for (const sample of allTripwires.find((each) => each.what === what)?.rings(exampleRoom) ?? [])
    expect(ringing(sample)).toContain(name);
});

test.each(allTripwires.map((tripwire) => [tripwire.what, tripwire] as const))(
  'what happens all the time beside %s rings nothing',
  (_, { silent }) => {
    for (const sample of silent(exampleRoom))
      expect([sample.what, ringing(sample)]).toEqual([sample.what, []]);
  },
);
